import type { Settings } from '@ride/configuration';

/** What the page may load and whom it may ask: itself, the services, the issuer. The map draws in workers of its own. */
export function headersOf({ urls, identity }: Pick<Settings, 'urls' | 'identity'>): Record<string, string> {
  const { rider, driver, matching, booking, notification } = urls;
  const asked = [rider, driver, matching, booking, notification, identity.issuer].map((url) => new URL(url).origin);
  return {
    'content-security-policy': [
      "default-src 'none'",
      "base-uri 'none'",
      `connect-src 'self' ${[...new Set(asked)].join(' ')}`,
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "script-src 'self'",
      "style-src 'self'",
      "worker-src 'self' blob:",
    ].join('; '),
    'permissions-policy': 'geolocation=(), camera=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
  };
}
