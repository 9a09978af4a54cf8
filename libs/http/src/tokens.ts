import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { problems } from './problem.js';

const Claims = z.object({
  sub: z.uuid().transform((sub) => sub.toLowerCase()),
  role: z.enum(['rider', 'driver', 'operator']),
  exp: z.number(),
});
export type Role = z.infer<typeof Claims>['role'];

/** Who a token speaks for: `sub` is the person, a UUID. */
export interface Identity {
  readonly sub: string;
  readonly role: Role;
}
interface Known {
  readonly identity: Identity;
  readonly until: number;
}

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
/** A verified token is believed for this long without a second look, so that a withdrawn key works no longer than that. */
const BELIEVED_MS = 60_000;
/** A key that isn't known is asked for at most this often, so that tokens of a new key hold soon. */
const KEYS_ASKED_MS = 2_000;
const MOST_KNOWN = 20_000;
/** Errors of jose that are not the token's fault: the keys can't be had. */
const NO_KEYS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Verifies bearer tokens against the issuer's published keys, which are fetched when needed and follow their rotation. */
export class Tokens {
  readonly #keys: JWTVerifyGetKey;
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly trusted: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string },
  ) {
    this.#keys = createRemoteJWKSet(new URL(trusted.jwksUrl), { cooldownDuration: KEYS_ASKED_MS });
  }

  /** Throws Problem: 401 when the token doesn't hold, 503 when the issuer's keys can't be had. */
  async identify(token: string): Promise<Identity> {
    const known = this.#known.get(token);
    if (known !== undefined && known.until > Date.now()) return known.identity;
    this.#known.delete(token);
    const { exp, ...identity } = await this.#verify(token);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(token, { identity, until: Math.min(exp * 1000, Date.now() + BELIEVED_MS) });
    return identity;
  }

  async #verify(token: string): Promise<z.infer<typeof Claims>> {
    const { issuer, audience } = this.trusted;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      return Claims.parse(payload);
    } catch (error) {
      if (error instanceof z.ZodError)
        throw problems.unauthenticated('The token’s sub must be a UUID, its role rider, driver or operator.');
      if (!(error instanceof errors.JOSEError) || NO_KEYS.has(error.code))
        throw problems.temporarily_unavailable(error);
      throw problems.unauthenticated(
        error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.',
      );
    }
  }
}
