import type { JsonSchema } from './schemas.js';

/** Headers of answers to many routes, as the document's components have them. */
export const HEADERS = {
  'x-correlation-id': { description: 'what logs and facts of this request carry', schema: { type: 'string' } },
  'Idempotency-Replayed': {
    description: 'true when the request was done before, and this is its answer',
    schema: { type: 'string', enum: ['true'] },
  },
  'Retry-After': { description: 'after so many seconds', schema: { type: 'integer' } },
  'RateLimit-Policy': {
    description:
      'by what requests are counted, and how many (q) may come within how many seconds (w); draft-ietf-httpapi-ratelimit-headers-11',
    schema: { type: 'string', examples: ['"person";q=600;w=60, "address";q=3000;w=60'] },
  },
  RateLimit: {
    description:
      'how many may still come (r) within the next seconds (t); not there while we can’t count, when nobody is refused',
    schema: { type: 'string', examples: ['"person";r=598;t=41, "address";r=2410;t=12'] },
  },
  'WWW-Authenticate': { description: 'how to show who you are', schema: { type: 'string' } },
} as const satisfies Readonly<Record<string, JsonSchema>>;
export type HeaderName = keyof typeof HEADERS;

/** What all answers tell, what those to requests with an Idempotency-Key do, and what those of limited routes do. */
export const ALWAYS: readonly HeaderName[] = ['x-correlation-id'];
export const KEYS: readonly HeaderName[] = ['Idempotency-Replayed'];
export const LIMITS: readonly HeaderName[] = ['RateLimit-Policy', 'RateLimit'];

/** References to the components. */
export function headersNamed(names: readonly HeaderName[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
