import * as fc from 'fast-check';
import { LARGEST_LONG } from '../codec/rules.js';
import type { Shape } from './field.js';

/** Any value that a field may be written with: for property tests. */
export function arbitrary(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case 'uuid':
      return fc.uuid();
    case 'text':
      return fc.string({ unit: 'binary' });
    case 'flag':
      return fc.boolean();
    case 'instant':
      return fc.integer({ min: 0, max: LARGEST_LONG - 1 });
    case 'whole':
      return shape.avro === 'int' ? fc.integer() : fc.integer({ min: 1 - LARGEST_LONG, max: LARGEST_LONG - 1 });
    case 'decimal':
      return fc.double({
        noNaN: true,
        noDefaultInfinity: true,
        ...(shape.least !== undefined && { min: shape.least }),
        ...(shape.most !== undefined && { max: shape.most }),
      });
    case 'enum':
      return fc.constantFrom(...shape.symbols);
    case 'optional':
      return arbitrary(shape.of);
    case 'record':
      return arbitraryData(shape.fields);
  }
}

/** Any data of a fact; optional fields are sometimes absent. */
export function arbitraryData(fields: Readonly<Record<string, Shape>>): fc.Arbitrary<Record<string, unknown>> {
  const required = Object.keys(fields).filter((name) => fields[name]?.is !== 'optional');
  const values = Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, arbitrary(shape)]));
  return fc.record(values, { requiredKeys: required, noNullPrototype: true }) as fc.Arbitrary<Record<string, unknown>>;
}
