import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { settings, type Settings } from '@ride/configuration';
import { developmentToken } from '../src/commands/token.js';
import { ordinary } from '../src/infrastructure.js';
import { endLeftovers } from '../src/leftovers.js';
import { startOwnStack, type OwnStack } from '../src/own-stack.js';
import { stillRunning } from '../src/pid-files.js';
import { Person } from './journey/people.js';

const ORIGIN = 'http://127.0.0.1:13006';
const TRIP = { pickup: { lat: 40.758, lng: -73.9855 }, dropoff: { lat: 40.7074, lng: -74.0113 } };

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly code?: string;
    readonly broker?: { readonly state: string; readonly until: string | null };
  };
}

async function until<T>(what: string, ask: () => Promise<T> | T, fits: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not: ${what}; the last answer was ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}

/** A stack of its own, small, in which the broker may be taken away. */
describe('the keeper of a stack', () => {
  let stack: OwnStack;
  let here: Settings;
  let token: string;
  let operator: Person;

  beforeAll(async () => {
    stack = await startOwnStack({
      only: ['postgres', 'kafka', 'redis', 'registry', 'issuer', 'rider', 'booking'],
      options: { ...ordinary, durable: false, kafkaHeapMegabytes: 256 },
      more: { RIDE_BREAKS: 'on', RIDE_CORS_ORIGINS: ORIGIN, RIDE_LOG_LEVEL: 'warn' },
    });
    here = settings({ ...stack.env });
    token = await developmentToken(here.identity.issuer, 'operator');
    operator = await Person.of({ settings: here }, 'operator');
  }, 180_000);

  afterAll(async () => {
    await stack?.kept.stop();
    await endLeftovers(stack.kept.layout);
    rmSync(stack.kept.layout.dir, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  async function faults(method: string, path = '/broker', body?: unknown, by: string | null = token): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${here.ports.faults}/faults${path}`, {
      method,
      headers: { origin: ORIGIN, ...(by !== null && { authorization: `Bearer ${by}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Answer['body']),
    };
  }
  const state = async () => (await faults('GET', '')).body.broker?.state;
  const isBack = () => until('the broker is back', state, (is) => is === 'up');
  async function asksForRide(): Promise<string> {
    const rider = await Person.of({ settings: here }, 'rider');
    expect((await rider.ask('rider', 'PUT', '/profile', { name: 'Ada' })).status).toBeLessThan(300);
    const asked = await rider.ask('rider', 'POST', '/rides', { ...TRIP, vehicleClass: 'standard' });
    expect(asked.status).toBe(202);
    return (asked.body as { rideId: string }).rideId;
  }
  const bookingOf = (rideId: string) => operator.ask('booking', 'GET', `/bookings/${rideId}`);

  it.each([
    ['stop', 'stopped'],
    ['freeze', 'frozen'],
  ] as const)('takes the broker away (%s): requests are taken, and all arrives afterwards', async (how, is) => {
    const begun = await faults('POST', '/broker', { seconds: 4, how });
    expect(begun).toMatchObject({ status: 202, body: { broker: { how, until: expect.any(String) } } });
    expect(await faults('POST', '/broker', { seconds: 4, how })).toMatchObject({
      status: 409,
      body: { code: 'outage_under_way' },
    });
    await until('it is away', state, (now) => now === is);
    const rides = [await asksForRide(), await asksForRide(), await asksForRide()];
    expect(await state()).toBe(is);
    for (const rideId of rides) expect((await bookingOf(rideId)).status).toBe(404);
    await isBack();
    for (const rideId of rides)
      await until(
        'booking has heard',
        () => bookingOf(rideId),
        ({ status }) => status === 200,
      );
    // Nobody took it for an accident.
    expect(stack.told.filter(({ kind }) => kind === 'died' || kind === 'failed')).toEqual([]);
  });

  it('gives it back sooner when it is told to', async () => {
    await faults('POST', '/broker', { seconds: 600, how: 'freeze' });
    expect(await state()).toBe('frozen');
    expect(await faults('DELETE')).toMatchObject({ status: 202 });
    await isBack();
  });

  it('does so for operators only, and for the pages that may call the services', async () => {
    expect(await faults('GET', '', undefined, null)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await faults('GET', '', undefined, 'a.b.c')).toMatchObject({ status: 401 });
    const rider = await developmentToken(here.identity.issuer, 'rider');
    for (const method of ['GET', 'POST', 'DELETE'])
      expect(await faults(method, '/broker', undefined, rider)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    const { headers } = await faults('OPTIONS', '/broker', undefined, null);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const foreign = await fetch(`http://127.0.0.1:${here.ports.faults}/faults`, {
      headers: { origin: 'https://elsewhere.example', authorization: `Bearer ${token}` },
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([undefined, {}, { seconds: 0 }, { seconds: 601 }, { seconds: '4' }, { seconds: 4, how: 'burn' }])(
    'refuses %j and says what to send',
    async (body) => {
      expect(await faults('POST', '/broker', body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      expect(await state()).toBe('up');
    },
  );

  it('leaves nothing frozen when it is killed itself', async () => {
    const { layout } = stack.kept;
    const pidOf = (name: string) => stillRunning(layout.run).find((each) => each.name === name)?.pid ?? 0;
    const kafka = pidOf('kafka');
    const isStopped = () => /^State:\s+T/m.test(readFileSync(`/proc/${kafka}/status`, 'utf8'));
    await faults('POST', '/broker', { seconds: 600, how: 'freeze' });
    await until('it is frozen', isStopped, (is) => is);
    process.kill(pidOf('keeper'), 'SIGKILL');
    await stack.kept.gone;
    await until('it goes on', isStopped, (is) => !is);
  });
});
