import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import { type Settings } from '@ride/configuration';
import { Codes, ROLES, wishIn, type Person, type Role } from './codes.js';
import { answer, letPagesOfThisMachine, objectIn, textOf } from './http.js';
import { keyIn } from './keys.js';
import { pageHeaders, refusalPage, signInPage } from './sign-in-page.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
/** Tokens of this issuer are for development: long enough to work with, not for ever. */
const validHours = 12;
/** Whoever signs in by a page is always the same person, so that what they did is found under one name. */
const people: Readonly<Record<Role, string>> = {
  rider: '7d7c6a55-3c3f-4d0a-8a53-0d5e64f1a003',
  driver: '7d7c6a55-3c3f-4d0a-8a53-0d5e64f1a002',
  operator: '7d7c6a55-3c3f-4d0a-8a53-0d5e64f1a001',
};

/** It makes anybody whoever they like to be: refuses to exist anywhere but on a developer's own machine. */
export function refuseOutsideLocal({ env, host }: Pick<Settings, 'env' | 'host'>): void {
  if (env !== 'local') throw new Error(`The development issuer runs with RIDE_ENV=local only, not ${env}.`);
  if (!loopback.has(host)) {
    throw new Error(`The development issuer listens on this machine only: RIDE_LISTEN_HOST is ${host}.`);
  }
}

/**
 * An issuer of tokens: POST /token {role, sub?} for programs; for pages the code flow of OpenID Connect with PKCE at
 * /authorize and /token; GET /jwks, GET /.well-known/openid-configuration. Not yet listening.
 */
export async function developmentIssuer(settings: Settings, keyFile: string): Promise<Server> {
  refuseOutsideLocal(settings);
  const { issuer, audience } = settings.identity;
  const { secret, open } = await keyIn(keyFile);
  const key = await importJWK(secret, 'ES256');
  const codes = new Codes();

  function signed(sub: string, claims: Record<string, unknown>, to: string): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: String(open.kid), typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(issuer)
      .setAudience(to)
      .setIssuedAt()
      .setExpirationTime(`${validHours}h`)
      .sign(key);
  }
  async function accessOf({ role, sub }: Person) {
    return {
      access_token: await signed(sub, { role }, audience),
      token_type: 'Bearer',
      expires_in: validHours * 3600,
    };
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return redeem(new URLSearchParams(text), response);
    const asked = objectIn(text);
    const role = ROLES.find((each) => each === asked?.['role']);
    const sub = asked?.['sub'] ?? randomUUID();
    if (role === undefined) return answer(response, 422, { code: 'unknown_role', detail: `role: ${ROLES.join(', ')}` });
    if (typeof sub !== 'string' || !uuid.test(sub)) return answer(response, 422, { code: 'sub_not_uuid' });
    answer(response, 200, { ...(await accessOf({ role, sub })), sub });
  }

  async function redeem(asked: URLSearchParams, response: ServerResponse): Promise<void> {
    if (asked.get('grant_type') !== 'authorization_code')
      return answer(response, 400, { error: 'unsupported_grant_type' });
    const given = codes.redeem(asked);
    if (given === undefined)
      return answer(response, 400, {
        error: 'invalid_grant',
        error_description: 'Sign in again: the code is used up.',
      });
    const { sub, role, clientId, nonce } = given;
    const id_token = await signed(sub, { role, ...(nonce !== undefined && { nonce }) }, clientId);
    answer(response, 200, { ...(await accessOf({ sub, role })), id_token, scope: 'openid' });
  }

  async function authorize(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wish = wishIn(new URL(request.url ?? '/', issuer).searchParams);
    if ('refused' in wish) return void response.writeHead(400, pageHeaders()).end(refusalPage(wish.refused));
    const asked = request.method === 'POST' ? new URLSearchParams(await textOf(request)).get('role') : undefined;
    const role = ROLES.find((each) => each === asked);
    if (role === undefined) return void response.writeHead(200, pageHeaders(wish.redirectUri)).end(signInPage());
    const back = new URL(wish.redirectUri);
    back.searchParams.set('code', codes.give(wish, { role, sub: people[role] }));
    if (wish.state !== undefined) back.searchParams.set('state', wish.state);
    response.writeHead(303, { location: back.href, 'cache-control': 'no-store' }).end();
  }

  const configuration = {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    id_token_signing_alg_values_supported: ['ES256'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
  };
  return createServer((request, response) => {
    const route = `${request.method} ${new URL(request.url ?? '/', issuer).pathname}`;
    const late = (work: Promise<void>): void => void work.catch(() => answer(response, 500, {}));
    letPagesOfThisMachine(request, response);
    if (route === 'GET /jwks') answer(response, 200, { keys: [open] });
    else if (route === 'GET /.well-known/openid-configuration') answer(response, 200, configuration);
    else if (route === 'POST /token') late(token(request, response));
    else if (route === 'GET /authorize' || route === 'POST /authorize') late(authorize(request, response));
    else if (request.method === 'OPTIONS') response.writeHead(204).end();
    else answer(response, 404, { code: 'not_found', detail: 'GET /authorize, POST /token, GET /jwks' });
  });
}
