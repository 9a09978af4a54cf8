import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { type Settings } from '@ride/configuration';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

const ASKED_MS = 5_000;

/** Knows operators by their tokens, as the services do. */
export class Operators {
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly identity: Settings['identity']) {}

  /** Why whoever sends this `authorization` may not; undefined: they may. */
  async refusalOf(authorization: string | undefined): Promise<Refusal | undefined> {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) return unauthenticated('There is no access token.');
    const { issuer, audience, roleClaim } = this.identity;
    let claims: JWTPayload;
    try {
      const keys = await (this.#keys ??= this.#find());
      ({ payload: claims } = await jwtVerify(token, keys, { issuer, audience, requiredClaims: ['exp', 'sub'] }));
    } catch (error) {
      if (error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT')
        return unauthenticated('The token is not valid.');
      this.#keys = undefined;
      return { status: 503, code: 'temporarily_unavailable', detail: `The issuer ${issuer} does not tell its keys.` };
    }
    if (rolesAt(claims, roleClaim).includes('operator')) return undefined;
    return { status: 403, code: 'forbidden', detail: 'This is for operator only: use a token with that role.' };
  }

  async #find(): Promise<JWTVerifyGetKey> {
    const { issuer, jwksUrl } = this.identity;
    if (jwksUrl !== undefined) return createRemoteJWKSet(new URL(jwksUrl));
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(url, { signal: AbortSignal.timeout(ASKED_MS) });
    const { jwks_uri } = (await response.json()) as { readonly jwks_uri: string };
    return createRemoteJWKSet(new URL(jwks_uri));
  }
}

function unauthenticated(why: string): Refusal {
  const detail = `${why} Send a valid access token as Authorization: Bearer.`;
  return { status: 401, code: 'unauthenticated', detail };
}

/** The claim of that name, or at that path of names. */
function rolesAt(claims: JWTPayload, path: string): readonly unknown[] {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const found: unknown =
    path in claims
      ? claims[path]
      : path.split('.').reduce<unknown>((at, name) => (isObject(at) ? Reflect.get(at, name) : undefined), claims);
  return Array.isArray(found) ? found : [found];
}
