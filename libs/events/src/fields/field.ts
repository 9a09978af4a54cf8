declare const read: unique symbol;
declare const write: unique symbol;
export type Read = typeof read;
export type Write = typeof write;

/**
 * What a field is made of. Its Avro schema, its documentation and its test data are all functions of this. No lists yet: avsc
 * believes the length that a list's bytes claim, so that a few bad bytes could hold a service for minutes.
 */
export type Shape =
  | { readonly is: 'uuid' | 'text' | 'flag' | 'instant' }
  | { readonly is: 'whole'; readonly avro: 'int' | 'long'; readonly unit: string }
  | { readonly is: 'decimal'; readonly unit: string; readonly least?: number; readonly most?: number }
  | { readonly is: 'enum'; readonly symbols: readonly string[] }
  | { readonly is: 'record'; readonly name: string | null; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly is: 'optional'; readonly of: Shape };

/** A field: what a handler reads from it (R) and what a service may write into it (W). */
export interface Field<R, W = R> {
  readonly shape: Shape;
  readonly [read]: R;
  readonly [write]: W;
}
/** Absent and undefined are the same; in Avro it is a union with null, whose default is null. */
export interface Optional<R, W = R> extends Field<R, W> {
  readonly optional: true;
}
/** An enum that can grow: its Avro default is 'unknown', which an old reader gets and nobody can write. */
export interface Enum<S extends string> extends Field<S | 'unknown', S> {
  readonly symbols: readonly [S, ...S[]];
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
type OptionalNames<F> = { [N in keyof F]: F[N] extends { optional: true } ? N : never }[keyof F];
type Get<T, S> = S extends keyof T ? T[S] : never;
type Flat<T> = { readonly [N in keyof T]: T[N] };

/** The plain value that fields make: numbers for longs and instants, never a Date or a Buffer. */
export type Data<F, S extends Read | Write> = Flat<
  { [N in Exclude<keyof F, OptionalNames<F>>]: Get<F[N], S> } & {
    [N in OptionalNames<F>]?: Get<F[N], S> | undefined;
  }
>;
