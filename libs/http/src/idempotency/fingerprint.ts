import { createHash } from 'node:crypto';

/** Two requests with the same one ask for the same: of the route and the body, whatever the order of its fields. */
export function fingerprintOf(url: string, body: unknown): string {
  return createHash('sha256')
    .update(`${url}\n${JSON.stringify(body ?? null, inOrder)}`)
    .digest('base64');
}

/** Apps that write a body again may write its fields in another order. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
