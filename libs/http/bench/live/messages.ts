export interface Opening {
  readonly kind: 'open';
  readonly url: string;
  /** One stream for each; people may have several. */
  readonly tokens: readonly string[];
}
/** So many events are awaited. */
export interface Awaiting {
  readonly kind: 'await';
  readonly count: number;
}
export type Wish = Opening | Awaiting;
export type Heard =
  | { readonly kind: 'open'; readonly streams: number }
  /** Milliseconds from the moment before an event was said to when it was read. */
  | { readonly kind: 'heard'; readonly delays: readonly number[] };
