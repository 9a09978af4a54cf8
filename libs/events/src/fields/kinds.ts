import type { Data, Enum, Field, Fields, Optional, Read, Shape, Write } from './field.js';

// The types of a field exist for the compiler only: at run time a field is its shape.
function field<R, W = R>(shape: Shape): Field<R, W> {
  return { shape } as unknown as Field<R, W>;
}

/** An id: a UUID in lower case. */
export const uuid = field<string>({ is: 'uuid' });
export const text = field<string>({ is: 'text' });
export const flag = field<boolean>({ is: 'flag' });
/** UTC milliseconds. */
export const instant = field<number>({ is: 'instant' });
/** Whole metres. */
export const metres = field<number>({ is: 'whole', avro: 'int', unit: 'metres' });
/** Whole seconds. */
export const seconds = field<number>({ is: 'whole', avro: 'int', unit: 'seconds' });
/** How many: a whole number. */
export const count = field<number>({ is: 'whole', avro: 'int', unit: 'count' });
/** Of memory or storage. */
export const bytes = field<number>({ is: 'whole', avro: 'long', unit: 'bytes' });
/** The version of a row: of two facts about one key, the one with the higher version is the newer. */
export const version = field<number>({ is: 'whole', avro: 'long', unit: 'version' });
/** WGS 84, degrees. */
export const place = field<{ readonly lat: number; readonly lng: number }>({
  is: 'record',
  name: 'Place',
  fields: {
    lat: { is: 'decimal', unit: 'degrees', least: -90, most: 90 },
    lng: { is: 'decimal', unit: 'degrees', least: -180, most: 180 },
  },
});
/** Minor units of an ISO 4217 currency. */
export const money = field<{ readonly minor: number; readonly currency: string }>({
  is: 'record',
  name: 'Money',
  fields: { minor: { is: 'whole', avro: 'long', unit: 'minor units' }, currency: { is: 'text' } },
});

/** A number with a fraction, in `unit`. */
export function decimal(unit: string): Field<number> {
  return field({ is: 'decimal', unit });
}

/** One of these symbols; more may be added later, and are 'unknown' to who was built before them. */
export function oneOf<const S extends string>(...symbols: [S, ...S[]]): Enum<S> {
  if ((symbols as readonly string[]).includes('unknown')) {
    throw new Error("oneOf: 'unknown' is in every enum already, as what an old reader sees instead of a newer symbol");
  }
  return { shape: { is: 'enum', symbols }, symbols } as unknown as Enum<S>;
}

export function optional<R, W>(of: Field<R, W>): Optional<R, W> {
  if (of.shape.is === 'optional') throw new Error('optional(optional(…)): once is enough');
  return { shape: { is: 'optional', of: of.shape }, optional: true } as unknown as Optional<R, W>;
}

export function record<const F extends Fields>(fields: F): Field<Data<F, Read>, Data<F, Write>> {
  return field({ is: 'record', name: null, fields: shapes(fields) });
}

export function shapes(fields: Fields): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { shape }]) => [name, shape]));
}
