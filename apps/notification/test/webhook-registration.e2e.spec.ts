import { NotificationFailed, RideUnfulfilled } from '@ride/events';
import { serviceUnderTest, type Role, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { Receiver } from './receiver.js';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await serviceUnderTest(
    () => import('../src/notification.module.js').then((m) => m.NotificationModule),
    'notification',
  );
});
afterAll(() => service?.stop());

/** Someone with a token, as an app has it. */
async function someone(role: Role = 'rider', sub = v7()) {
  const token = await service.token(role, sub);
  return {
    sub,
    put: (url: unknown) => service.request('PUT', '/webhook', { token, body: { url } }),
    get: () => service.request('GET', '/webhook', { token }),
    remove: () => service.request('DELETE', '/webhook', { token }),
  };
}
const hook = 'https://93.184.216.34/hook?for=ada';

describe('a webhook', () => {
  it.each(['rider', 'driver'] as const)('is registered by a %s, and its secret is shown once', async (role) => {
    const ada = await someone(role);
    const { status, body, headers } = await ada.put(hook);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ url: hook, status: 'on', registeredAt: expect.any(String) },
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const { secret: _, ...shown } = body as Record<string, unknown>;
    expect((await ada.get()).body).toEqual(shown);
  });

  it('that is registered again has a new secret', async () => {
    const ada = await someone();
    const [first, second] = [await ada.put(hook), await ada.put('https://93.184.216.34/other')];
    expect(second.body.secret).not.toBe(first.body.secret);
    expect((await ada.get()).body).toMatchObject({ url: 'https://93.184.216.34/other' });
  });

  it('is removed, as often as one likes', async () => {
    const ada = await someone();
    await ada.put(hook);
    for (let n = 0; n < 2; n++) expect((await ada.remove()).status).toBe(204);
    const { status, body } = await ada.get();
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'webhook_not_found', detail: expect.stringContaining('PUT') });
  });

  it('is its owner’s', async () => {
    const [ada, grace] = [await someone(), await someone('driver')];
    await ada.put(hook);
    expect((await grace.get()).status).toBe(404);
    await grace.remove();
    expect((await ada.get()).status).toBe(200);
    expect((await (await someone('operator')).put(hook)).status).toBe(403);
    expect((await service.request('GET', '/webhook')).status).toBe(401);
  });

  it.each([
    ['http://93.184.216.34/hook', 'http://'],
    ['https://ada:pw@93.184.216.34/hook', 'password'],
    ['https://127.0.0.1:9000/hook', 'no public address'],
    ['https://localhost/hook', 'no public address'],
    ['https://[::ffff:10.0.0.1]/hook', 'no public address'],
    ['https://169.254.169.254/latest/meta-data', 'no public address'],
  ])('is not at %s', async (url, why) => {
    const ada = await someone();
    const { status, body } = await ada.put(url);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'webhook_address_refused', detail: expect.stringContaining(why) });
    expect(body.detail).toContain('Give one that begins with https://');
    expect((await ada.get()).status).toBe(404);
  });

  it('needs an address, and not too long a one', async () => {
    const ada = await someone();
    for (const url of [undefined, '', 'not a url', '/hook', `${hook}${'x'.repeat(2000)}`]) {
      const { status, body } = await ada.put(url);
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'url' }] });
    }
  });
});

describe('a webhook that leads to this machine', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.start();
  });
  afterAll(() => receiver.stop());

  // However it came into the table: allowed once, or a name that led elsewhere when it was registered.
  it.each([
    (port: number) => `https://localhost:${port}/`,
    (port: number) => `https://127.0.0.1:${port}/`,
    (port: number) => `https://[::ffff:7f00:1]:${port}/`,
    (port: number) => `http://localhost:${port}/`,
  ])('is not connected to, and not asked again: %#', async (url) => {
    const { sub, put } = await someone();
    await put(hook);
    await service.sql('UPDATE webhook SET url = $1 WHERE id = $2', [url(receiver.port), sub]);
    await service.say(RideUnfulfilled({ rideId: v7(), riderId: sub, reason: 'no_driver_nearby' }));
    const { data } = await service.heard(NotificationFailed, ({ key }) => key === sub);
    expect(data).toMatchObject({ channel: 'webhook', reason: 'webhook_address_refused' });
    expect(await service.sql('SELECT 1 FROM failed_fact')).toEqual([]);
    expect(receiver.connections).toBe(0);
  });
});

it('the routes are documented', async () => {
  const { body } = await service.request('GET', '/docs-json');
  expect(Object.keys(body.paths['/webhook'] as object).sort()).toEqual(['delete', 'get', 'put']);
});
