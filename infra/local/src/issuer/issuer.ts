import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import { type Settings } from '@ride/configuration';
import { keyIn } from './keys.js';

const roles = ['rider', 'driver', 'operator'] as const;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
/** Tokens of this issuer are for development: long enough to work with, not for ever. */
const validHours = 12;

/** It makes anybody whoever they like to be: refuses to exist anywhere but on a developer's own machine. */
export function refuseOutsideLocal({ env, host }: Pick<Settings, 'env' | 'host'>): void {
  if (env !== 'local') throw new Error(`The development issuer runs with RIDE_ENV=local only, not ${env}.`);
  if (!loopback.has(host)) {
    throw new Error(`The development issuer listens on this machine only: RIDE_LISTEN_HOST is ${host}.`);
  }
}

/** An issuer of tokens: POST /token {role, sub?}, GET /jwks, GET /.well-known/openid-configuration. Not yet listening. */
export async function developmentIssuer(settings: Settings, keyFile: string): Promise<Server> {
  refuseOutsideLocal(settings);
  const { issuer, audience } = settings.identity;
  const { secret, open } = await keyIn(keyFile);
  const key = await importJWK(secret, 'ES256');

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await bodyOf(request);
    const role = roles.find((each) => each === asked?.['role']);
    const sub = asked?.['sub'] ?? randomUUID();
    if (role === undefined) return answer(response, 422, { code: 'unknown_role', detail: `role: ${roles.join(', ')}` });
    if (typeof sub !== 'string' || !uuid.test(sub)) return answer(response, 422, { code: 'sub_not_uuid' });
    const signed = await new SignJWT({ role })
      .setProtectedHeader({ alg: 'ES256', kid: String(open.kid), typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${validHours}h`)
      .sign(key);
    answer(response, 200, { access_token: signed, token_type: 'Bearer', expires_in: validHours * 3600, sub });
  }

  const configuration = {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    token_endpoint: `${issuer}/token`,
    id_token_signing_alg_values_supported: ['ES256'],
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
  };
  return createServer((request, response) => {
    const route = `${request.method} ${new URL(request.url ?? '/', issuer).pathname}`;
    if (route === 'GET /jwks') answer(response, 200, { keys: [open] });
    else if (route === 'GET /.well-known/openid-configuration') answer(response, 200, configuration);
    else if (route === 'POST /token') void token(request, response).catch(() => answer(response, 500, {}));
    else answer(response, 404, { code: 'not_found', detail: 'POST /token, GET /jwks' });
  });
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
