import type { FastifyReply } from 'fastify';

/** TLS ends in front of the service, so HSTS is said here, and nothing of upgrading: a plain local address would load nothing. */
const EVERYWHERE = {
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** Data is somebody's, is no page and loads nothing. */
export const DATA = {
  ...EVERYWHERE,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
/** Swagger UI styles its page inline. */
const PAGE = {
  ...EVERYWHERE,
  'content-security-policy': [
    "default-src 'none'",
    "base-uri 'self'",
    "connect-src 'self'",
    "font-src 'self' data:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
  ].join('; '),
};

/** What tells browsers to do no more with an answer than it is for (OWASP's lists for REST and for pages). */
export function secure(reply: FastifyReply, url: string): void {
  void reply.headers(url.startsWith('/docs') ? PAGE : DATA);
}
