import type { LetterFilter, LetterStatus } from './letter.js';
import { bytesOf } from './readable.js';

/** Which letters are meant: those named, those that a filter finds, or all. Whatever is not dead is left out. */
export type Selection =
  { readonly ids: readonly string[] } | { readonly filter: LetterFilter } | { readonly all: true };

/** The parameters of one statement, which grow as it is written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Its place in the statement. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A condition on `failed_fact f`. */
export function matching(filter: LetterFilter, status: LetterStatus | 'all', parameters: Parameters): string {
  const conditions = ['true'];
  const where = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) conditions.push(condition(parameters.add(value)));
  };
  where(status === 'all' ? undefined : status, (p) => `f.status = ${p}`);
  for (const column of ['subscription', 'handler', 'fact', 'topic', 'code'] as const)
    where(filter[column], (p) => `f.${column} = ${p}`);
  where(filter.key === undefined ? undefined : bytesOf(filter.key), (p) => `f.key = ${p}::bytea`);
  where(filter.from, (p) => `f.last_failed_at >= ${p}::timestamptz`);
  where(filter.to, (p) => `f.last_failed_at < ${p}::timestamptz`);
  where(
    filter.text,
    (p) =>
      `(position(lower(${p}::text) in lower(f.error)) > 0 OR position(convert_to(${p}::text, 'UTF8') in f.value) > 0)`,
  );
  return conditions.join(' AND ');
}

/**
 * The dead letters that are meant, `most` of those that stand first; null: all. What comes first within a key is chosen
 * first, so that a limit never takes a later fact without an earlier one.
 */
export function chosen(selection: Selection, most: number | null, parameters: Parameters): string {
  const which =
    'ids' in selection
      ? `f.status = 'dead' AND f.id = ANY(${parameters.add(selection.ids)}::bigint[])`
      : matching('filter' in selection ? selection.filter : {}, 'dead', parameters);
  return `SELECT f.id, f.place, f.subscription, f.topic, f.key, f.handler, f.fact FROM failed_fact f
          WHERE ${which} ORDER BY f.place, f.id LIMIT ${parameters.add(most)}`;
}

/** How the key of `failed_fact f` stands; `blocked_key b` and `released_key r` are its rows, if there are any. */
export const KEY_IS = `CASE WHEN b.key IS NULL THEN 'open' WHEN b.due_at IS NULL THEN 'held' ELSE 'waiting' END`;
export const WITH_KEYS = `LEFT JOIN blocked_key b ON (b.subscription, b.topic, b.key) = (f.subscription, f.topic, f.key)
  LEFT JOIN released_key r ON (r.subscription, r.topic, r.key) = (f.subscription, f.topic, f.key)`;
