import { hash } from 'node:crypto';

/** Two requests with the same one ask for the same: of the route and the body, whatever the order of its fields. */
export function fingerprintOf(url: string, body: unknown): string {
  return hash('sha256', `${url}\n${inOrder(body ?? null)}`, 'base64');
}

/** The JSON of a parsed body with its fields in order: apps that write a body again may write them in another. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${inOrder(held)}`).join()}}`;
}
