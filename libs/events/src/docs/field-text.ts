import type { Shape } from '../fields/field.js';

/** The fields of a fact for people: `reason?` booked or silent. */
export function fieldsText(fields: Readonly<Record<string, Shape>>, between: string): string {
  return Object.entries(fields)
    .map(([name, shape]) => `\`${name}${shape.is === 'optional' ? '?' : ''}\` ${shapeText(shape)}`)
    .join(between);
}

function shapeText(shape: Shape): string {
  switch (shape.is) {
    case 'uuid':
      return 'UUID';
    case 'text':
    case 'flag':
    case 'instant':
      return shape.is;
    case 'whole':
    case 'decimal':
      return shape.unit;
    case 'enum':
      return shape.symbols.map((symbol) => `_${symbol}_`).join(', ');
    case 'optional':
      return shapeText(shape.of);
    case 'record':
      return shape.name?.toLowerCase() ?? `{ ${fieldsText(shape.fields, ', ')} }`;
  }
}
