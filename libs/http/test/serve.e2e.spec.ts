import type { INestApplication } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { createServer, type AddressInfo } from 'node:net';

process.env['RIDE_NAMESPACE'] = `serve_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
let app: INestApplication;
let url: string;

beforeAll(async () => {
  process.env['RIDE_RIDER_PORT'] = String(await freePort());
  const { createDatabase, NotesModule } = await import('./place-to-test.js');
  const { serve } = await import('../src/serve.js');
  await createDatabase();
  app = await serve(NotesModule, 'rider');
  url = `http://${settings().host}:${settings().ports.rider}`;
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

describe('a service that is served', () => {
  it('is ready on its port once it hears the log', async () => {
    for (let status = 0; status !== 200;) {
      const response = await fetch(`${url}/health/ready`);
      ({ status } = response);
      const body = (await response.json()) as object;
      expect(body).toMatchObject(status === 200 ? { status: 'up' } : { code: 'not_ready' });
    }
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
