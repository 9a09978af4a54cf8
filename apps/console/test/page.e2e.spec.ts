import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { serviceUnderTest, type ServiceUnderTest } from '@ride/testing';

let service: ServiceUnderTest;
beforeAll(async () => {
  // Nothing is done when it is built already.
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'web', 'build.mjs')]);
  service = await serviceUnderTest(() => import('../src/console.module.js').then((m) => m.ConsoleModule), 'console');
});
afterAll(() => service?.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });

describe('the operators’ page', () => {
  it.each(['/', '/signed-in?code=1', '/journey/01a21044-98be-71cf-a7d5-4bb8552fbabf', '/failed/booking/42'])(
    'is at %s',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain('<div id="root">');
    },
  );

  it('is not where nothing is: whoever asks the REST amiss is told so', async () => {
    const answer = await get('/journies');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
  });

  it('may load nothing but its own, run no script that stands in a page, and ask nobody but the services and the issuer', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    const asked = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ');
    expect(asked).toContain(service.issuer.url);
    expect(asked).not.toContain('*');
  });

  it('is asked for again each time; what it is made of stays for a year, as its names change with what it holds', async () => {
    const index = await get('/');
    expect(index.headers.get('cache-control')).toBe('no-cache');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await index.text())?.[1] ?? '';
    expect((await get(script)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is sent once to whoever has it already', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    const answer = await get('/', { 'if-none-match': etag });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
  });

  it('is shown what is said and heard from docs/asyncapi.json', async () => {
    const answer = await get('/asyncapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ asyncapi: expect.stringMatching(/^3/) });
  });

  it('is told where the services are, by anybody who asks: nothing of it is secret', async () => {
    const { status, body } = await service.request('GET', '/console-config.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({ issuer: service.issuer.url, audience: 'ride', roleClaim: 'role' });
  });
});
