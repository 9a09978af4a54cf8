import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { settings } from '@ride/configuration';
import { developmentIssuer, refuseOutsideLocal } from './issuer.js';

describe('the development issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ride-issuer-'));
  const keyFile = join(folder, 'key.json');
  let server: Server;
  let base: string;

  async function listening(): Promise<Server> {
    const made = (await developmentIssuer(settings({}), keyFile)).listen(0, '127.0.0.1');
    await once(made, 'listening');
    base = `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
    return made;
  }
  async function token(asked: object): Promise<Response> {
    return fetch(`${base}/token`, { method: 'POST', body: JSON.stringify(asked) });
  }

  beforeAll(async () => {
    server = await listening();
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('makes tokens that its public keys verify, also after a restart', async () => {
    const sub = '6b0b9f0e-5a4c-4a3e-9a53-0d9f4f6f7a11';
    const { access_token } = (await (await token({ role: 'rider', sub })).json()) as { access_token: string };
    server.close();
    server = await listening();
    const keys = createRemoteJWKSet(new URL(`${base}/jwks`));
    const { payload } = await jwtVerify(access_token, keys, { issuer: 'http://127.0.0.1:13009', audience: 'ride' });
    expect(payload).toMatchObject({ sub, role: 'rider' });
  });

  it('makes up a person when none is named, and keeps its secret key to itself', async () => {
    expect(await (await token({ role: 'driver' })).json()).toMatchObject({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(await (await fetch(`${base}/jwks`)).text()).not.toContain('"d"');
  });

  it.each([[{ role: 'king' }], [{}], [{ role: 'rider', sub: 'me' }]])('refuses %j', async (asked) => {
    expect((await token(asked)).status).toBe(422);
  });

  it.each([
    [{ env: 'production', host: '127.0.0.1' } as const, 'RIDE_ENV=local'],
    [{ env: 'local', host: '0.0.0.0' } as const, 'RIDE_LISTEN_HOST'],
  ])('refuses to run with %j', (where, reason) => expect(() => refuseOutsideLocal(where)).toThrow(reason));
});
