/** One entry of a store: a window's state under its key, or, with start and end 0, a table's row. */
export interface Entry {
  readonly store: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Plain JSON; undefined: there is none any more. */
  value: unknown;
  /** Changed since the last commit. */
  isDirty: boolean;
}

/** What a commit writes of an entry. */
export type Delta = Pick<Entry, 'store' | 'key' | 'start' | 'end' | 'value'>;
