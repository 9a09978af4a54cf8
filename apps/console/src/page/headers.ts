import type { Settings } from '@ride/configuration';
import { faultsUrl } from './faults-url.js';

/** What the page may load and whom it may ask: itself, the services, the issuer, a local stack's keeper. The map draws in workers of its own. */
export function headersOf(here: Pick<Settings, 'urls' | 'identity' | 'breaks' | 'ports'>): Record<string, string> {
  const { rider, driver, matching, booking, notification } = here.urls;
  const all = [rider, driver, matching, booking, notification, here.identity.issuer, faultsUrl(here) ?? []].flat();
  const asked = all.map((url) => new URL(url).origin);
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
