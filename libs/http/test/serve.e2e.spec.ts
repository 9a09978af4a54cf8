import type { INestApplication } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { TROUBLES } from '@ride/messaging';
import { createServer, type AddressInfo } from 'node:net';

process.env['RIDE_NAMESPACE'] = `serve_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
let app: INestApplication;
let url: string;

/** What was answered while it started, before anything else. */
const WHILE_IT_STARTS = ['/health/started', '/health/ready', '/health/live', '/notes/me'] as const;
const answered = new Map<string, Answer>();
interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly troubles?: readonly { readonly code: string }[] };
}
async function note(path: string): Promise<void> {
  const response = await fetch(url + path);
  const body = (await response.json()) as Answer['body'];
  if (!answered.has(path)) answered.set(path, { status: response.status, body });
}
const get = async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, headers: response.headers, body: (await response.json()) as object };
};

beforeAll(async () => {
  process.env['RIDE_RIDER_PORT'] = String(await freePort());
  const { createDatabase, NotesModule } = await import('./place-to-test.js');
  const { serve } = await import('../src/serve.js');
  await createDatabase();
  url = `http://${settings().host}:${settings().ports.rider}`;
  const served = serve(NotesModule, 'rider');
  let isServed = false;
  void served.then(() => (isServed = true));
  while (!isServed) await Promise.all(WHILE_IT_STARTS.map(note)).catch(() => undefined); // it does not listen yet
  app = await served;
});
afterAll(async () => {
  await app.close();
  await (await import('./place-to-test.js')).dropDatabase();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a service that starts', () => {
  it('says by its probes that it lives, that it has not started, and what it waits for', () => {
    expect(answered.get('/health/live')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(answered.get('/health/started')).toMatchObject({ status: 503, body: { code: 'not_started' } });
    expect(answered.get('/health/ready')).toMatchObject({ status: 503, body: { code: 'not_ready' } });
    const [trouble] = answered.get('/health/started')?.body.troubles ?? [];
    expect(trouble).toEqual({
      code: 'starting',
      part: 'service',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      what: expect.any(String),
      todo: TROUBLES.starting.todo,
    });
  });
  it('answers no request yet: it could say nothing', () => {
    expect(answered.get('/notes/me')).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
  });
  it('says that it has started once it has', async () => {
    expect(await get('/health/started')).toMatchObject({ status: 200, body: { status: 'up', troubles: [] } });
    expect((await get('/notes/me')).status).toBe(401);
  });
});

describe('a service that is served', () => {
  it('is ready, says how far its parts are, and is asked anew each time', async () => {
    for (let status = 0; status !== 200;) ({ status } = await get('/health/ready'));
    const { headers, body } = await get('/health/ready');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({ status: 'up', troubles: [], figures: { relay: { oldestMs: null, refused: 0 } } });
  });
  it('describes its probes in its OpenAPI', async () => {
    const { body } = await get('/docs-json');
    const described = { get: { responses: { 200: expect.anything(), 503: expect.anything() } } };
    const paths = ['/health/live', '/health/ready', '/health/started'].map((path) => [path, described]);
    expect(body).toMatchObject({ paths: Object.fromEntries(paths) });
  });
  it('shows its routes at /docs, with nothing that the page’s security headers forbid', async () => {
    const response = await fetch(`${url}/docs`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page).not.toMatch(/<script(?![^>]* src=)[^>]*>\s*\S/);
    const scripts = [...page.matchAll(/<script src="([^"]+)"/g)].map(([, src]) => new URL(src ?? '', `${url}/docs`));
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect((await fetch(script)).status).toBe(200);
  });
});
