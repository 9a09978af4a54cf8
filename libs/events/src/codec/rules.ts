import type { Shape } from '../fields/field.js';

/** What is wrong with a value, and in which field; null when nothing is. */
type Check = (value: never) => string | null;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** avsc writes another number than it was given when a long's magnitude is above this: 2 to the power of 52. */
export const LARGEST_LONG = 4_503_599_627_370_496;

/**
 * The rules that Avro does not know: nobody writes 'unknown', and a UUID is one. What is missing or of another type is
 * left to Avro, which finds it while encoding.
 */
export function rulesOf(fields: Readonly<Record<string, Shape>>, at = ''): Check | null {
  const checks = Object.entries(fields).flatMap(([name, shape]) => {
    const check = ruleOf(shape, at + name);
    return check ? [{ name, check }] : [];
  });
  if (checks.length === 0) return null;
  return (value: Readonly<Record<string, never>> | null | undefined) => {
    if (value === null || value === undefined) return null;
    for (const { name, check } of checks) {
      const wrong = check(value[name] as never);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

function ruleOf(shape: Shape, at: string): Check | null {
  switch (shape.is) {
    case 'text':
    case 'flag':
    case 'decimal':
      return null;
    case 'whole':
      return shape.avro === 'long' ? longRule(at) : null;
    case 'instant':
      return longRule(at);
    case 'uuid':
      return (value: unknown) =>
        typeof value !== 'string' || UUID.test(value) ? null : `${at} is no UUID in lower case`;
    case 'enum':
      return (value: unknown) =>
        value === 'unknown' ? `${at} is 'unknown', which is only read and never written` : null;
    case 'optional':
      return ruleOf(shape.of, at);
    case 'record':
      return rulesOf(shape.fields, `${at}.`);
  }
}

function longRule(at: string): Check {
  return (value: unknown) =>
    typeof value !== 'number' || Math.abs(value) < LARGEST_LONG ? null : `${at} is too large to be exact`;
}
