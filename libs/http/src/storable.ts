import type { FastifyInstance } from 'fastify';
import { problems } from './problem.js';

/** NUL and half of a surrogate pair, which JSON can write by an escape only, and which no database takes for text. */
const SUSPICIOUS = /\\u(0000|d[89a-f])/i;

/** Where in a body, parsed from `text`, is a text that can't be stored: `places.0.name`; undefined when nowhere. */
export function unstorableIn(body: unknown, text: string): string | undefined {
  return SUSPICIOUS.test(text) ? search(body, []) : undefined;
}

function search(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.');
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = isStorable(name) ? search(inner, [...path, name]) : path.join('.');
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Nor does a URL hold a NUL. */
export function refuseUnstorableUrls(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ url }, _reply, done) =>
    done(url.includes('%00') ? problems.malformed_request() : undefined),
  );
}
