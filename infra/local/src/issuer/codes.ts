import { createHash, randomBytes } from 'node:crypto';

export const ROLES = ['rider', 'driver', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** What whoever asks for a code wants, as the authorization request says it. */
export interface Wish {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
}
/** Who somebody has signed in as. */
export interface Person {
  readonly role: Role;
  readonly sub: string;
}
type Given = Wish & Person & { readonly until: number };

/** RFC 6749 recommends ten minutes at most; a page exchanges its code at once. */
const VALID_MS = 60_000;
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

export function isLoopback(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && loopback.has(new URL(url).hostname);
}

/** What is wrong with an authorization request is said to the person, never to an address that may be anybody's. */
export function wishIn(asked: URLSearchParams): Wish | { readonly refused: string } {
  const get = (name: string) => asked.get(name) ?? undefined;
  const [clientId, redirectUri, challenge] = [get('client_id'), get('redirect_uri'), get('code_challenge')];
  if (get('response_type') !== 'code') return { refused: 'response_type must be code.' };
  if (clientId === undefined) return { refused: 'client_id is missing.' };
  if (redirectUri === undefined || !isLoopback(redirectUri))
    return { refused: 'redirect_uri must be on this machine: http://127.0.0.1 or http://localhost.' };
  if (challenge === undefined || get('code_challenge_method') !== 'S256')
    return { refused: 'code_challenge is missing, or its method is not S256: only PKCE is supported.' };
  return { clientId, redirectUri, challenge, state: get('state'), nonce: get('nonce') };
}

/** Authorization codes (RFC 6749, 4.1) with PKCE (RFC 7636): each is worth one token, soon. */
export class Codes {
  readonly #given = new Map<string, Given>();

  give(wish: Wish, person: Person): string {
    for (const [code, { until }] of this.#given) if (until < Date.now()) this.#given.delete(code);
    const code = randomBytes(24).toString('base64url');
    this.#given.set(code, { ...wish, ...person, until: Date.now() + VALID_MS });
    return code;
  }

  /** Undefined when it is none, was used, is too old, or is not for whoever asks. */
  redeem(asked: URLSearchParams): Given | undefined {
    const code = asked.get('code') ?? '';
    const given = this.#given.get(code);
    this.#given.delete(code);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      given !== undefined &&
      given.until >= Date.now() &&
      given.challenge === challenge &&
      given.redirectUri === asked.get('redirect_uri') &&
      given.clientId === asked.get('client_id');
    return fits ? given : undefined;
  }
}
