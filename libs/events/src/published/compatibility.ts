import avro from 'avsc';
import type { AvroRecord } from '../avro.js';

/**
 * Why a declared fact and a published version of it don't get on: each must be able to read what the other wrote
 * (FULL compatibility; asked of every published version: FULL_TRANSITIVE). Empty when they do. Each sentence names the
 * field and says what to do instead.
 */
export function disagreements(declared: AvroRecord, published: AvroRecord): readonly string[] {
  if (fullName(declared) !== fullName(published))
    return [`it was published as ${fullName(published)}: keep that name, or declare a new fact beside it`];
  const now = typeOf(declared);
  const then = typeOf(published);
  const found = recordDisagreements(now, then, '');
  // What no rule of ours explains is still refused.
  return found.length > 0 || (reads(now, then) && reads(then, now))
    ? found
    : ['its schemas can not read each other: undo the change, or declare a new fact'];
}

function recordDisagreements(now: avro.types.RecordType, then: avro.types.RecordType, at: string): string[] {
  const nowByName = byName(now);
  const thenByName = byName(then);
  const names = new Set([...nowByName.keys(), ...thenByName.keys()]);
  return [...names].flatMap((name) => {
    const path = at + name;
    const is = nowByName.get(name);
    const was = thenByName.get(name);
    if (is && was) return typeDisagreements(is.type, was.type, path);
    if (is && is.defaultValue() === undefined)
      return [
        `the field ${path} is new and required, so old records can't be read: make it optional(…), or declare a new fact`,
      ];
    if (was && was.defaultValue() === undefined)
      return [
        `the field ${path} is gone (or has another name), but who was built before requires it: keep it, or declare a new fact`,
      ];
    return [];
  });
}

function typeDisagreements(is: avro.Type, was: avro.Type, path: string): string[] {
  if (reads(is, was) && reads(was, is)) return [];
  const inner = [inOptional(is), inOptional(was)] as const;
  if (isRecord(inner[0]) && isRecord(inner[1])) {
    const found = recordDisagreements(inner[0], inner[1], `${path}.`);
    if (found.length > 0) return found;
  }
  return [
    `the field ${path} was ${was.toString()} and is ${is.toString()}, and can't be both: ` +
      'leave it as it was and add an optional(…) field of another name, or declare a new fact',
  ];
}

function reads(reader: avro.Type, writer: avro.Type): boolean {
  try {
    reader.createResolver(writer);
    return true;
  } catch {
    return false;
  }
}

function byName(record: avro.types.RecordType): Map<string, avro.types.Field> {
  return new Map(record.fields.map((field) => [field.name, field]));
}

function inOptional(type: avro.Type): avro.Type {
  return type instanceof avro.types.UnwrappedUnionType ? (type.types.find((t) => t.typeName !== 'null') ?? type) : type;
}

function isRecord(type: avro.Type): type is avro.types.RecordType {
  return type instanceof avro.types.RecordType;
}

function typeOf(schema: AvroRecord): avro.types.RecordType {
  return avro.Type.forSchema(schema as unknown as avro.Schema) as avro.types.RecordType;
}

function fullName({ namespace, name }: AvroRecord): string {
  return namespace === undefined ? name : `${namespace}.${name}`;
}
