import type { Entry } from './answer.js';

/** An entry, and what followed from it, in the order of time. */
export interface Branch {
  readonly entry: Entry;
  readonly then: readonly Branch[];
}

/** The trees of causes: what has no cause, or one that is not in the journey, stands at the root. */
export function treeOf(entries: readonly Entry[]): readonly Branch[] {
  const known = new Set(entries.flatMap(({ kind, id }) => (kind === 'request' || kind === 'fact' ? id : [])));
  const byCause = Map.groupBy(entries, ({ id, causationId }) =>
    causationId !== null && causationId !== id && known.has(causationId) ? causationId : '',
  );
  // A circle of causes, which nobody should say, would otherwise be followed for ever.
  const shown = new Set<Entry>();
  const branches = (cause: string): readonly Branch[] =>
    (byCause.get(cause) ?? []).flatMap((entry) => {
      if (shown.has(entry)) return [];
      shown.add(entry);
      const then = entry.kind === 'request' || entry.kind === 'fact' ? branches(entry.id) : [];
      return [{ entry, then }];
    });
  return branches('');
}
