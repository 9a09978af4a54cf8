import type { ServiceName } from '@ride/client';
import { isService } from '../api/names.js';

const STATUSES = ['dead', 'waiting', 'replayed', 'discarded', 'all'] as const;
export type Status = (typeof STATUSES)[number];
export const FIELDS = ['subscription', 'handler', 'fact', 'code', 'topic', 'key', 'text', 'from', 'to'] as const;
export type Field = (typeof FIELDS)[number];

/** What the REST is asked by: only what is given. */
export type LetterFilter = Partial<Record<Field, string>>;
export interface Wish {
  readonly service: ServiceName | undefined;
  readonly status: Status;
  readonly filter: LetterFilter;
}

/** The filter as the page's address says it, so that it can be sent to somebody. */
export function wishIn(asked: URLSearchParams): Wish {
  const service = asked.get('service') ?? undefined;
  return {
    service: isService(service) ? service : undefined,
    status: STATUSES.find((status) => status === asked.get('status')) ?? 'dead',
    filter: given(Object.fromEntries(FIELDS.map((field) => [field, asked.get(field)]))),
  };
}

/** And back: `changes` with an empty text leaves something out. */
export function askedWith(asked: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const changed = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

export function given<Name extends string>(
  values: Readonly<Record<Name, string | null | undefined>>,
): Partial<Record<Name, string>> {
  const entries = Object.entries<string | null | undefined>(values).filter(
    ([, value]) => value != null && value !== '',
  );
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

/** Letters are taken by time as instants; a field of the page has local minutes and no zone: they are UTC. */
export function instantOf(minutes: string): string {
  return minutes === '' ? '' : new Date(`${minutes}Z`).toISOString();
}
