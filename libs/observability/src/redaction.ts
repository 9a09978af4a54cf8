/** Names of fields that hold what must never stand in a log: people, how to reach them, where they are, what opens doors. */
const PRIVATE = new Set(
  'name email phone contact address plate text comment lat lng location place pickup dropoff pin secret password token access_token authorization cookie'.split(
    ' ',
  ),
);
const DEEPEST = 6;

/** A copy with the value of every private field, at any depth, replaced. */
export function redacted(value: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      PRIVATE.has(key.toLowerCase()) ? '[redacted]' : inner(held, depth),
    ]),
  );
}

function inner(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return described(value, depth);
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => inner(item, depth + 1));
  return redacted({ ...value }, depth + 1);
}

/**
 * Type, message, code, stack and causes, and no other property: errors of the database carry the statement's
 * parameters and the row they stumbled over.
 */
function described(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: error.message,
    ...('code' in error && { code: error.code }),
    stack: error.stack,
    ...(error.cause instanceof Error && depth < DEEPEST && { cause: described(error.cause, depth + 1) }),
  };
}
