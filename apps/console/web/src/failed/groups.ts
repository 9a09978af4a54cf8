import type { ServiceName } from '@ride/client';
import type { Shapes } from '../api/services.js';

export interface Group {
  readonly service: ServiceName;
  readonly group: Shapes['DeadLetterGroup'];
}

/** Those of all services together: the most first, of as many the latest. */
export function groupsOf(
  found: readonly (readonly [ServiceName, readonly Shapes['DeadLetterGroup'][] | undefined])[],
): readonly Group[] {
  return found
    .flatMap(([service, groups = []]) => groups.map((group) => ({ service, group })))
    .toSorted((a, b) => b.group.count - a.group.count || Date.parse(b.group.last) - Date.parse(a.group.last));
}

/** What stands for a group: it finds it again among others. */
export function filterOf({ subscription, handler, fact, code }: Shapes['DeadLetterGroup']): Record<string, string> {
  // What a record does not name can't be asked for.
  return Object.fromEntries(Object.entries({ subscription, handler, fact, code }).filter(([, value]) => value !== ''));
}

/** The first line of an error: what follows is where, not what. */
export function firstLine(error: string | null): string {
  return error?.split('\n', 1)[0] ?? 'no error was told';
}
