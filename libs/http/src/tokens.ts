import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Settings } from '@ride/configuration';
import { personOf, roleAt, type Identity } from './claims.js';
import { issuerKeys } from './issuer-keys.js';
import { problems } from './problem.js';

interface Known {
  readonly identity: Identity;
  readonly until: number;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
/** A verified token is believed for this long without a second look, so that a withdrawn key works no longer than that. */
const BELIEVED_MS = 60_000;
const MOST_KNOWN = 20_000;
/** Errors of jose that are not the token's fault: the keys can't be had. */
const NO_KEYS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Verifies bearer tokens of any OpenID provider: signature, issuer, audience, time, and that they name a person and a role. */
export class Tokens {
  readonly #keys: JWTVerifyGetKey;
  readonly #known = new Map<string, Known>();

  constructor(private readonly trusted: Settings['identity']) {
    this.#keys = issuerKeys(trusted);
  }

  /** Throws Problem: 401 when the token doesn't hold, 503 when the issuer's keys can't be had. */
  async identify(token: string): Promise<Identity> {
    const known = this.#known.get(token);
    if (known !== undefined && known.until > Date.now()) return known.identity;
    this.#known.delete(token);
    const claims = await this.#verify(token);
    const identity = this.#identityIn(claims);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(token, { identity, until: Math.min(identity.expiresAt, Date.now() + BELIEVED_MS) });
    return identity;
  }

  /** Whether it was valid when it was last verified here. */
  haveSeen(token: string): boolean {
    return this.#known.has(token);
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.trusted;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || NO_KEYS.has(error.code))
        throw problems.temporarily_unavailable(error);
      throw problems.unauthenticated(
        error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.',
      );
    }
  }

  #identityIn(claims: JWTPayload): Identity {
    const { issuer, roleClaim } = this.trusted;
    const role = roleAt(claims, roleClaim);
    if (role === undefined || typeof claims.sub !== 'string' || claims.sub === '')
      throw problems.unauthenticated(`The token must name a sub, and in ${roleClaim} one of rider, driver, operator.`);
    return { sub: personOf(issuer, claims.sub), role, expiresAt: (claims.exp ?? 0) * 1000 };
  }
}
