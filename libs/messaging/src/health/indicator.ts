import type { Trouble } from './trouble.js';

/** What is good to know of a part, and no trouble: counts, and ages in milliseconds. */
export type Figures = Readonly<Record<string, number | null>>;

/** A part of a service that knows by itself how it is. Asked often, by anybody: it neither waits nor throws. */
export interface Indicator {
  /** What keeps it from its work now. */
  troubles(): readonly Trouble[];
  /** By the name of the part. */
  figures?(): Readonly<Record<string, Figures>>;
  /** When a store was last found out of reach, epoch milliseconds. */
  readonly lastOutage?: number | null;
}
