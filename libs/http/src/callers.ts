import type { FastifyRequest } from 'fastify';
import type { Identity } from './claims.js';
import { problems } from './problem.js';
import type { Tokens } from './tokens.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends it, once that was asked for. */
    caller: Promise<Identity> | null;
  }
}

/** Who sends a request, by its bearer token. */
export class Callers {
  constructor(private readonly tokens: Tokens) {}

  /** Throws Problem: 401 without a token that holds, 503 when the issuer's keys can't be had. */
  of(request: FastifyRequest): Promise<Identity> {
    return (request.caller ??= this.#identify(request));
  }

  /** Whether the request's token was valid when it was last seen. */
  haveSeen(request: FastifyRequest): boolean {
    const token = tokenOf(request);
    return token !== undefined && this.tokens.haveSeen(token);
  }

  async #identify(request: FastifyRequest): Promise<Identity> {
    const token = tokenOf(request);
    if (token === undefined) throw problems.unauthenticated('There is no access token.');
    return this.tokens.identify(token);
  }
}

function tokenOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
