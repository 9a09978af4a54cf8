import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** What OpenID Connect Discovery 1.0 says of a provider, as far as it matters here. */
const Configuration = z.object({ issuer: z.string(), jwks_uri: z.url() });

const ASKED_MS = 5_000;
/** A provider may move its keys: its configuration is read again after so long. */
const KNOWN_MS = 60 * 60_000;
/** A key that isn't known is asked for at most this often, so that tokens of a new key hold soon. */
const KEYS_ASKED_MS = 2_000;

/**
 * The issuer's public keys, fetched when needed: from `jwksUrl`, or where the issuer's OpenID configuration says that they
 * are. They follow its rotation. Throws an Error when they can't be had.
 */
export function issuerKeys({ issuer, jwksUrl }: { issuer: string; jwksUrl: string | undefined }): JWTVerifyGetKey {
  if (jwksUrl !== undefined) return keysAt(jwksUrl);
  let known: { readonly keys: Promise<JWTVerifyGetKey>; readonly until: number } | undefined;
  return async (header, token) => {
    if (known === undefined || known.until < Date.now()) {
      const before = known;
      known = { keys: discover(issuer).then(keysAt), until: Date.now() + KNOWN_MS };
      known.keys.catch(() => {
        // Nobody is kept out because the configuration, once known, can't be read again.
        known = before && { ...before, until: Date.now() + ASKED_MS };
      });
    }
    return (await known.keys)(header, token);
  };
}

function keysAt(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), { cooldownDuration: KEYS_ASKED_MS });
}

async function discover(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(ASKED_MS) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const told = Configuration.parse(await response.json());
  // As OpenID Connect Discovery 4.3 demands: else one provider could speak for another.
  if (told.issuer !== issuer) throw new Error(`${url} is the configuration of ${told.issuer}, not of RIDE_ISSUER`);
  if (issuer.startsWith('https:') && !told.jwks_uri.startsWith('https:'))
    throw new Error(`${url} names keys that are not behind https: ${told.jwks_uri}`);
  return told.jwks_uri;
}
