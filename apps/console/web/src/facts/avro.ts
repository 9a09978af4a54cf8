import type { AvroType } from './asyncapi.js';

export interface SchemaField {
  /** With dots where it stands in a record of the record. */
  readonly path: string;
  readonly type: string;
  readonly isOptional: boolean;
}

/** An Avro record's fields, those of records inside it below them. */
export function fieldsOf(schema: AvroType | undefined, under = ''): readonly SchemaField[] {
  const record = recordIn(schema);
  return (record?.fields ?? []).flatMap(({ name, type, default: byDefault }) => {
    const path = under === '' ? name : `${under}.${name}`;
    const field = { path, type: typeText(type), isOptional: byDefault !== undefined || isNullable(type) };
    return [field, ...fieldsOf(type, path)];
  });
}

function recordIn(schema: AvroType | undefined) {
  const inner = isUnion(schema) ? schema.find((each) => each !== 'null') : schema;
  return typeof inner === 'object' && !isUnion(inner) && inner.type === 'record' ? inner : undefined;
}

function isUnion(schema: AvroType | undefined): schema is readonly AvroType[] {
  return Array.isArray(schema);
}

function isNullable(schema: AvroType): boolean {
  return isUnion(schema) && schema.includes('null');
}

/** A type in words: `uuid`, `Place`, `standard | xl`, `list of string`. */
export function typeText(schema: AvroType): string {
  if (typeof schema === 'string') return schema;
  if (isUnion(schema))
    return schema
      .filter((each) => each !== 'null')
      .map(typeText)
      .join(' or ');
  const { type, name, logicalType, symbols, items, values } = schema;
  if (logicalType !== undefined) return logicalType;
  if (symbols !== undefined) return symbols.join(' | ');
  if (items !== undefined) return `list of ${typeText(items)}`;
  if (values !== undefined) return `map of ${typeText(values)}`;
  return name ?? typeText(type);
}
