import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { settings } from '@ride/configuration';
import { developmentIssuer } from './issuer.js';

describe('signing in at the development issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ride-issuer-'));
  const back = 'http://127.0.0.1:13006/signed-in';
  const verifier = 'a-verifier-that-only-the-page-knows-0123456789';
  let server: Server;
  let base: string;

  beforeAll(async () => {
    server = (await developmentIssuer(settings({}), join(folder, 'key.json'))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  function asking(changes: Record<string, string> = {}): string {
    const asked = new URLSearchParams({
      ...{ response_type: 'code', client_id: 'page', redirect_uri: back, state: 's1', nonce: 'n1' },
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    });
    return `${base}/authorize?${asked}`;
  }
  async function codeOf(role: string): Promise<string> {
    const body = new URLSearchParams({ role });
    const { status, headers } = await fetch(asking(), { method: 'POST', body, redirect: 'manual' });
    const to = new URL(headers.get('location') ?? '');
    expect([status, to.origin + to.pathname, to.searchParams.get('state')]).toEqual([303, back, 's1']);
    return to.searchParams.get('code') ?? '';
  }
  function exchange(code: string, changes: Record<string, string> = {}): Promise<Response> {
    const body = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: back,
      client_id: 'page',
      code_verifier: verifier,
    };
    return fetch(`${base}/token`, { method: 'POST', body: new URLSearchParams({ ...body, ...changes }) });
  }

  it('takes a click, and gives a code that is worth the tokens of that role', async () => {
    expect(await (await fetch(asking())).text()).toContain('Sign in as an operator');
    const tokens = (await (await exchange(await codeOf('operator'))).json()) as Record<string, string>;
    expect(decodeJwt(tokens['access_token'] ?? '')).toMatchObject({ role: 'operator', aud: 'ride' });
    expect(decodeJwt(tokens['id_token'] ?? '')).toMatchObject({ aud: 'page', nonce: 'n1' });
  });

  it('takes a code once', async () => {
    const code = await codeOf('operator');
    expect((await exchange(code)).status).toBe(200);
    expect(await (await exchange(code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([{ code_verifier: 'another' }, { redirect_uri: `${back}2` }, { client_id: 'other' }])(
    'gives nothing to whoever comes with %j',
    async (other) => {
      expect((await exchange(await codeOf('operator'), other)).status).toBe(400);
    },
  );

  it.each([
    { redirect_uri: 'https://evil.example/signed-in' },
    { code_challenge_method: 'plain' },
    { response_type: 'token' },
  ])('shows no sign-in for %j', async (change) => {
    const { status, headers } = await fetch(asking(change), { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['http://127.0.0.1:13006', 'http://127.0.0.1:13006'],
    ['https://evil.example', null],
  ])('lets pages of this machine read what it answers, others not: %s', async (origin, allowed) => {
    const { headers } = await fetch(`${base}/jwks`, { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
  });
});
