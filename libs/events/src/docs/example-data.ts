import type { AnyFactType } from '../fact.js';
import type { Shape } from '../fields/field.js';
import { shapes } from '../fields/kinds.js';

/** When everything in the examples happened: 2026-11-25T01:14:23.319Z, UTC milliseconds. */
export const EXAMPLE_TIME = Date.UTC(2026, 10, 25, 1, 14, 23, 319);

const TEXTS: Readonly<Record<string, string>> = {
  area: 'new-york',
  currency: 'USD',
  name: 'Ada',
  email: 'ada@example.com',
  phone: '+12125550100',
  plate: 'T123456C',
  vehicle: 'Toyota Prius',
  fact: 'RideRequested',
  reason: 'too far away',
};
const WHOLES: Readonly<Record<string, number>> = { minor: 1036, stars: 5 };
const BY_UNIT: Readonly<Record<string, number>> = { metres: 2700, seconds: 92, count: 12, version: 3 };
const DECIMALS: Readonly<Record<string, number>> = { lat: 40.758, lng: -73.9855, average: 4.9 };

/** Data that a fact may carry, the same each time: what is optional is there too, and one name has one value in all facts. */
export function exampleData(fact: AnyFactType): Readonly<Record<string, unknown>> {
  return exampleOf(shapes(fact.fields));
}

/** A UUID v7 of the examples: one for each name. */
export function exampleId(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 0xffff_ffff;
  return `01a21044-98be-71cf-a7d5-0000${hash.toString(16).padStart(8, '0')}`;
}

function exampleOf(fields: Readonly<Record<string, Shape>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, valueOf(name, shape)]));
}

function valueOf(name: string, shape: Shape): unknown {
  switch (shape.is) {
    case 'uuid':
      return exampleId(name);
    case 'text':
      return TEXTS[name] ?? name;
    case 'flag':
      return true;
    case 'instant':
      return EXAMPLE_TIME;
    case 'whole':
      return WHOLES[name] ?? BY_UNIT[shape.unit] ?? 1;
    case 'decimal':
      return DECIMALS[name] ?? 8;
    case 'enum':
      return shape.symbols[0];
    case 'optional':
      return valueOf(name, shape.of);
    case 'record':
      return exampleOf(shape.fields);
  }
}
