import type { Shape } from '../fields/field.js';

type Values = Readonly<Record<string, unknown>>;
type Plain = (value: never) => unknown;

/** Makes what avsc has read a plain object in which an absent field is absent: avsc gives class instances with nulls. */
export function plainOf(fields: Readonly<Record<string, Shape>>): (read: Values) => Values {
  const members = Object.entries(fields).map(([name, shape]) => ({ name, plain: plain(shape) }));
  return (read) => {
    const made: Record<string, unknown> = {};
    for (const { name, plain } of members) {
      const value = read[name];
      if (value !== null) made[name] = plain ? plain(value as never) : value;
    }
    return made;
  };
}

/** null: the value is plain already. */
function plain(shape: Shape): Plain | null {
  switch (shape.is) {
    case 'uuid':
    case 'text':
    case 'flag':
    case 'instant':
    case 'whole':
    case 'decimal':
    case 'enum':
      return null;
    case 'optional':
      return plain(shape.of);
    case 'record':
      return plainOf(shape.fields);
  }
}
