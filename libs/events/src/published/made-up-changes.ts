import { avroOf, type AvroRecord } from '../avro.js';
import type { Fields } from '../fields/field.js';
import {
  count,
  instant,
  metres,
  oneOf,
  optional,
  place,
  record,
  shapes,
  text,
  uuid,
  version,
} from '../fields/kinds.js';

/** A fact as published, for tests of what may become of it. */
const fields = {
  demoId: uuid,
  colour: oneOf('red', 'green'),
  size: metres,
  where: place,
  inner: record({ a: text, b: optional(text) }),
  note: optional(text),
};
const { size, ...withoutSize } = fields;
const { note: __, ...withoutNote } = fields;

export const demo = (changed: Fields, name = 'Demo'): AvroRecord => avroOf('demo', name, shapes(changed));
export const published = demo(fields);

export interface MadeUpChange {
  readonly what: string;
  readonly becomes: AvroRecord;
  /** Part of the reason; null: the change is allowed. */
  readonly refusedFor: string | null;
}

/** Both our check and the registry must judge each of these alike. */
export const changes: readonly MadeUpChange[] = [
  { what: 'nothing', becomes: demo(fields), refusedFor: null },
  { what: 'fields in another order', becomes: demo({ size, ...withoutSize }), refusedFor: null },
  { what: 'an added optional field', becomes: demo({ ...fields, later: optional(uuid) }), refusedFor: null },
  { what: 'an added optional enum', becomes: demo({ ...fields, mood: optional(oneOf('good')) }), refusedFor: null },
  { what: 'a removed optional field', becomes: demo(withoutNote), refusedFor: null },
  { what: 'an added symbol', becomes: demo({ ...fields, colour: oneOf('blue', 'red', 'green') }), refusedFor: null },
  { what: 'a removed symbol', becomes: demo({ ...fields, colour: oneOf('red') }), refusedFor: null },
  {
    what: 'an added optional field in a nested record',
    becomes: demo({ ...fields, inner: record({ a: text, b: optional(text), c: optional(count) }) }),
    refusedFor: null,
  },
  {
    what: 'an added required field',
    becomes: demo({ ...fields, later: uuid }),
    refusedFor: 'the field later is new and required',
  },
  { what: 'a removed required field', becomes: demo(withoutSize), refusedFor: 'the field size is gone' },
  { what: 'a renamed field', becomes: demo({ ...withoutSize, length: metres }), refusedFor: 'the field size is gone' },
  {
    what: 'another type',
    becomes: demo({ ...fields, size: text }),
    refusedFor: 'the field size was "int" and is "string"',
  },
  {
    what: 'a wider number',
    becomes: demo({ ...fields, size: version }),
    refusedFor: 'the field size was "int" and is "long"',
  },
  {
    what: 'an instant for a number',
    becomes: demo({ ...fields, size: instant }),
    refusedFor: 'the field size was "int"',
  },
  {
    what: 'a required field made optional',
    becomes: demo({ ...fields, size: optional(metres) }),
    refusedFor: 'the field size was',
  },
  {
    what: 'an optional field made required',
    becomes: demo({ ...fields, note: text }),
    refusedFor: 'the field note was',
  },
  { what: 'a text for an enum', becomes: demo({ ...fields, colour: text }), refusedFor: 'the field colour was' },
  {
    what: 'a required field added to a nested record',
    becomes: demo({ ...fields, inner: record({ a: text, b: optional(text), c: count }) }),
    refusedFor: 'the field inner.c is new and required',
  },
  {
    what: 'another type in a nested record',
    becomes: demo({ ...fields, inner: record({ a: count, b: optional(text) }) }),
    refusedFor: 'the field inner.a was "string" and is "int"',
  },
];
