import type { Shape } from './fields/field.js';

export type AvroSchema = string | AvroRecord | { readonly [property: string]: unknown } | readonly AvroSchema[];
export interface AvroField {
  readonly name: string;
  readonly type: AvroSchema;
  readonly default?: null;
}
export interface AvroRecord {
  readonly type: 'record';
  readonly name: string;
  readonly namespace?: string;
  readonly fields: readonly AvroField[];
}

/** The Avro schema of a fact. Its namespace is the topic's noun; what is nested is named for the field it stands in. */
export function avroOf(namespace: string, name: string, fields: Readonly<Record<string, Shape>>): AvroRecord {
  return { type: 'record', name, namespace, fields: members(fields, '', new Set()) };
}

function members(fields: Readonly<Record<string, Shape>>, at: string, named: Set<string>): readonly AvroField[] {
  return Object.entries(fields).map(([name, shape]) => {
    const type = schemaOf(shape, at + capital(name), named);
    return shape.is === 'optional' ? { name, type, default: null } : { name, type };
  });
}

function schemaOf(shape: Shape, at: string, named: Set<string>): AvroSchema {
  switch (shape.is) {
    case 'uuid':
      return { type: 'string', logicalType: 'uuid' };
    case 'text':
      return 'string';
    case 'flag':
      return 'boolean';
    case 'instant':
      return { type: 'long', logicalType: 'timestamp-millis' };
    case 'whole':
      return shape.avro;
    case 'decimal':
      return 'double';
    case 'enum':
      return { type: 'enum', name: at, symbols: ['unknown', ...shape.symbols], default: 'unknown' };
    case 'optional':
      return ['null', schemaOf(shape.of, at, named)];
    case 'record': {
      const name = shape.name ?? at;
      // Avro defines a named type once and refers to it by its name from then on.
      if (shape.name !== null && named.has(name)) return name;
      named.add(name);
      return { type: 'record', name, fields: members(shape.fields, shape.name ?? at, named) };
    }
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
