import type { INestApplication } from '@nestjs/common';
import { forgetSettings, settings } from '@ride/configuration';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'redis';
import { breakable } from './breakable.js';
import { startIssuer } from './identity.js';

const NAMESPACE = `limits_${Date.now()}_`;
Object.assign(process.env, {
  RIDE_NAMESPACE: NAMESPACE,
  RIDE_LOG_LEVEL: 'silent',
  RIDE_LIMIT_PERSON: '10',
  RIDE_LIMIT_ADDRESS: '40',
  RIDE_TRUSTED_PROXIES: '127.0.0.1',
});
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let proxy: Awaited<ReturnType<typeof breakable>>;
let redis: ReturnType<typeof createClient>;
let instances: { app: INestApplication; url: string }[];

beforeAll(async () => {
  issuer = await startIssuer();
  const { url } = settings({ ...process.env }).redis;
  redis = createClient({ url });
  await redis.connect();
  proxy = await breakable(Number(new URL(url).port));
  process.env['RIDE_ISSUER'] = issuer.issuer;
  process.env['RIDE_REDIS_URL'] = `redis://127.0.0.1:${proxy.port}`;
  const { createDatabase, startNotes } = await import('./place-to-test.js');
  await createDatabase();
  instances = [await startNotes(), await startNotes()];
  await untilCounted();
});
afterAll(async () => {
  await Promise.all(instances.map(({ app }) => app.close()));
  await (await import('./place-to-test.js')).dropDatabase();
  redis.destroy();
  issuer.stop();
  proxy.end();
});

interface Asking {
  readonly on?: number;
  readonly token?: string;
  readonly from?: string;
}
async function get(path: string, { on = 0, token, from = anAddress() }: Asking = {}) {
  const response = await fetch(instances[on]!.url + path, {
    headers: { 'x-forwarded-for': from, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as { code?: string } };
}
async function statuses(times: number, path: string, asking: (i: number) => Asking) {
  const answers = [];
  for (let i = 0; i < times; i++) answers.push((await get(path, asking(i))).status);
  return answers;
}
const anAddress = () => `198.51.${randomInt(256)}.${randomInt(256)}`;
const aPerson = () => issuer.token({ role: 'rider', sub: randomUUID() });
const times = (n: number, status: number) => Array.from({ length: n }, () => status);

/** Both instances count: they connect while they serve already. */
async function untilCounted() {
  for (const on of [0, 1])
    while ((await get('/notes/me', { on, token: await aPerson() })).headers.get('ratelimit') === null);
}

describe('a person', () => {
  it('may send so many requests to all instances together', async () => {
    const token = await aPerson();
    expect(await statuses(10, '/notes/me', (i) => ({ token, on: i % 2 }))).toEqual(times(10, 200));
    for (const on of [0, 1])
      expect(await get('/notes/me', { token, on })).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  });
  it('may send no more at once than one after the other', async () => {
    const token = await aPerson();
    const answers = await Promise.all(times(30, 0).map((_, i) => get('/notes/me', { token, on: i % 2 })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  });
  it('is the same one with every token and every address, and nobody else', async () => {
    const sub = randomUUID();
    const tokens = await Promise.all([1, 2].map((n) => issuer.token({ role: 'rider', sub, n })));
    expect(await statuses(11, '/notes/me', (i) => ({ token: tokens[i % 2]! }))).toEqual([...times(10, 200), 429]);
    expect((await get('/notes/me', { token: await aPerson() })).status).toBe(200);
  });
  it('counts with what is refused too', async () => {
    const token = await issuer.token({ role: 'driver' });
    expect(await statuses(11, '/notes/me', () => ({ token }))).toEqual([...times(10, 403), 429]);
  });
  it('may call some routes less often, and the others still', async () => {
    const token = await aPerson();
    expect(await statuses(4, '/notes/seldom', (i) => ({ token, on: i % 2 }))).toEqual([...times(3, 200), 429]);
    expect((await get('/notes/me', { token })).status).toBe(200);
    expect((await get('/notes/seldom', { token: await aPerson() })).status).toBe(200);
  });
});

describe('an address', () => {
  it('may send so many requests, whoever is behind it', async () => {
    const from = anAddress();
    const people = await Promise.all(times(5, 0).map(aPerson));
    const asking = (i: number) => ({ from, token: people[i % 5]!, on: i % 2 });
    expect(await statuses(41, '/notes/me', asking)).toEqual([...times(40, 200), 429]);
    expect((await get('/notes/me', { token: people[0]! })).status).toBe(200);
  });
  it('is a network of one household in IPv6', async () => {
    const token = await Promise.all(times(5, 0).map(aPerson));
    const asking = (i: number) => ({ from: `2001:db8:1:1::${i}`, token: token[i % 5]! });
    expect(await statuses(41, '/notes/me', asking)).toEqual([...times(40, 200), 429]);
    expect((await get('/notes/me', { from: '2001:db8:1:2::1', token: token[0]! })).status).toBe(200);
  });
  it.each([
    ['guess tokens', '/notes/me', 401],
    ['look for routes', '/nowhere', 404],
    ['read pages', '/docs-json', 200],
  ])('can’t %s for long: not even a right one is looked at', async (_, path, status) => {
    const from = anAddress();
    const early = await aPerson();
    await get('/notes/me', { from, token: early });
    const guesses = await statuses(5, path, (i) => ({ from, token: `a.b.${i}`, on: i % 2 }));
    expect(guesses).toEqual([...times(4, status), 429]);
    expect((await get('/notes/me', { from, token: await aPerson() })).status).toBe(429);
    expect((await get('/notes/me', { from, token: early })).status).toBe(200);
    expect((await get('/notes/me', { token: await aPerson() })).status).toBe(200);
  });
  it('may ask for health as often as it likes', async () => {
    const from = anAddress();
    expect(await statuses(45, '/health/live', () => ({ from }))).toEqual(times(45, 200));
  });
});

describe('an answer', () => {
  it('says what the limits are and what is left of them, everywhere the same', async () => {
    const [token, from] = [await aPerson(), anAddress()];
    const first = await get('/notes/seldom', { token, from, on: 0 });
    expect(first.headers.get('ratelimit-policy')).toBe('"route";q=3;w=60, "person";q=10;w=60, "address";q=40;w=60');
    expect(first.headers.get('ratelimit')).toBe('"route";r=2;t=60, "person";r=9;t=60, "address";r=39;t=60');
    const second = await get('/notes/me', { token, from, on: 1 });
    expect(second.headers.get('ratelimit')).toMatch(/^"person";r=8;t=\d+, "address";r=38;t=\d+$/);
  });
  it('of too many tells how long to wait, after which the request passes', async () => {
    const sub = randomUUID();
    const token = await issuer.token({ role: 'rider', sub });
    await statuses(10, '/notes/me', () => ({ token }));
    // The window of a minute is nearly over.
    await redis.pExpire(`${NAMESPACE}limits:rider:person:${sub}`, 2_500);
    const { headers, status } = await get('/notes/me', { token });
    const seconds = Number(headers.get('retry-after'));
    expect({ status, left: headers.get('ratelimit') }).toEqual({
      status: 429,
      left: expect.stringContaining(`"person";r=0;t=${seconds}`),
    });
    // Whoever doesn't wait has not longer to wait for it.
    expect(await statuses(3, '/notes/me', (i) => ({ token, on: i % 2 }))).toEqual(times(3, 429));
    await setTimeout(seconds * 1000);
    expect(await statuses(11, '/notes/me', (i) => ({ token, on: i % 2 }))).toEqual([...times(10, 200), 429]);
  });
});

describe('the document', () => {
  it('tells of limits wherever there are some', async () => {
    const { body } = await get('/docs-json');
    const { paths } = body as unknown as { paths: Record<string, { get: object }> };
    expect(paths['/notes/seldom']?.get).toMatchObject({
      description: 'A person may do it 3 times a minute, unless configured otherwise.',
      responses: {
        200: { headers: { RateLimit: expect.anything(), 'RateLimit-Policy': expect.anything() } },
        429: expect.anything(),
      },
    });
    expect(paths['/health/live']?.get).not.toMatchObject({ responses: { 429: expect.anything() } });
  });
});

describe('while Redis', () => {
  it('is away, nobody is limited, and afterwards everybody is', async () => {
    proxy.cut();
    const token = await aPerson();
    expect(await statuses(15, '/notes/me', (i) => ({ token, on: i % 2 }))).toEqual(times(15, 200));
    expect((await get('/notes/me', { token })).headers.get('ratelimit')).toBeNull();
    proxy.mend();
    await untilCounted();
    expect(await statuses(11, '/notes/me', (i) => ({ token, on: i % 2 }))).toEqual([...times(10, 200), 429]);
  });
  it('stands still, nobody waits for it', async () => {
    proxy.stop();
    const token = await aPerson();
    expect(await statuses(15, '/notes/me', (i) => ({ token, on: i % 2 }))).toEqual(times(15, 200));
    proxy.goOn();
    await untilCounted();
  });
  it('is away, who had to wait still has to', async () => {
    const token = await aPerson();
    await statuses(11, '/notes/me', () => ({ token }));
    proxy.cut();
    expect((await get('/notes/me', { token })).status).toBe(429);
    proxy.mend();
    await untilCounted();
  });
});

describe('limits', () => {
  const started = async (env: Record<string, string>) => {
    const before = { ...process.env };
    Object.assign(process.env, env);
    forgetSettings();
    const { startNotes } = await import('./place-to-test.js');
    const instance = await startNotes();
    process.env = before;
    forgetSettings();
    return instances.push(instance) - 1;
  };
  it('count the address that connects, whatever it says of itself, when no proxy is trusted', async () => {
    const on = await started({ RIDE_TRUSTED_PROXIES: 'none' });
    while ((await get('/nowhere', { on })).status !== 429);
    expect((await get('/nowhere', { on })).status).toBe(429);
  });
  it('can be off', async () => {
    const on = await started({ RIDE_LIMIT_PERSON: 'off', RIDE_LIMIT_ADDRESS: 'off' });
    const [token, from] = [await aPerson(), anAddress()];
    expect(await statuses(45, '/notes/seldom', () => ({ token, from, on }))).toEqual(times(45, 200));
    expect((await get('/notes/me', { token, on })).headers.get('ratelimit-policy')).toBeNull();
  });
  it('can be off for people alone', async () => {
    const on = await started({ RIDE_LIMIT_PERSON: 'off' });
    const [token, from] = [await aPerson(), anAddress()];
    await untilCounted();
    expect(await statuses(15, '/notes/seldom', () => ({ token, from, on }))).toEqual(times(15, 200));
  });
});
