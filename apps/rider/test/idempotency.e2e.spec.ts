import { RideCancellationRequested, RideRequested } from '@ride/events';
import { databaseUrl } from '@ride/messaging';
import {
  eventually,
  RESETS,
  ResettingProxy,
  serviceUnderTest,
  type Answer,
  type ServiceUnderTest,
} from '@ride/testing';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { Rider, TIMES_SQUARE, WALL_STREET } from './people.js';

const AT_ONCE = 20;
const WISH = { pickup: TIMES_SQUARE, dropoff: WALL_STREET, vehicleClass: 'standard' };
let service: ServiceUnderTest;
let other: string;
let rider: Rider;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
  other = (await service.another()).url;
});
afterAll(() => service?.stop());
beforeEach(() => {
  rider = new Rider(service);
});

interface Told {
  readonly status: number;
  readonly location: string | undefined;
  readonly replayed: boolean;
  readonly text: string;
}

/** One POST on a connection of its own. Rejects when that is reset. */
function post(url: string, token: string, key: string, body: unknown): Promise<Told> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent: false, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.once('error', reject).once('end', () => {
        const { statusCode: status = 0, headers: told } = answer;
        resolve({ status, location: told.location, replayed: told['idempotency-replayed'] === 'true', text });
      });
    })
      .once('error', reject)
      .end(JSON.stringify(body));
  });
}

/** An app that does not give up: the same POST until something else is answered than to come again. */
async function untilAnswered(url: string, token: string, key: string, seen: { resets: number; inFlight: number }) {
  for (;;) {
    const told = await post(url, token, key, WISH).catch(() => undefined);
    if (told !== undefined && told.status !== 409) return told;
    if (told === undefined) seen.resets += 1;
    else {
      expect(JSON.parse(told.text)).toMatchObject({ code: 'request_in_flight' });
      seen.inFlight += 1;
    }
    await sleep(Math.random() * 30);
  }
}

describe('the same request for a ride, 20 times at once, over connections that are reset at random', () => {
  it.each([
    ['one instance', 1],
    ['two instances', 2],
  ])('is one ride and one answer of %s', async (_, instances) => {
    let connections = 0;
    // First each way of being lost, twice; later one connection in four holds.
    const resetOf = () => {
      connections += 1;
      if (connections <= 2 * RESETS.length) return RESETS[connections % RESETS.length];
      return [...RESETS, undefined][Math.floor(Math.random() * 4)];
    };
    const urls = [service.url, other].slice(0, instances);
    const networks = await Promise.all(urls.map((url) => ResettingProxy.before(url, resetOf)));
    const token = await service.token('rider', rider.id);
    const seen = { resets: 0, inFlight: 0 };
    const key = v7();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) =>
        untilAnswered(`${networks[n % instances]!.url}/rides`, token, key, seen),
      ),
    );
    for (const network of networks) network.close();

    const [{ text, location }] = answers as [Told];
    const { rideId } = JSON.parse(text) as { rideId: string };
    expect(location).toBe(`/rides/${rideId}`);
    for (const answer of answers)
      expect({ ...answer, replayed: true }).toEqual({ status: 202, location, text, replayed: true });
    expect(answers.filter(({ replayed }) => !replayed).length).toBeLessThanOrEqual(1);
    expect(seen.resets).toBeGreaterThanOrEqual(2 * RESETS.length);

    expect(await service.sql('SELECT id FROM ride WHERE rider_id = $1', [rider.id])).toEqual([{ id: rideId }]);
    await rider.ask('POST', `/rides/${rideId}/cancellation`);
    await service.heard(RideCancellationRequested, ({ key: ride }) => ride === rideId);
    const outbox = () => service.sql('SELECT FROM outbox');
    await eventually('everything said', outbox, (rows) => rows.length === 0);
    expect(service.said(RideRequested, ({ data }) => data.riderId === rider.id)).toHaveLength(1);
  });
});

/** Holds the ride's row, as somebody slow would; resolves to what lets it go. */
async function hold(rideId: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl('rider') });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT FROM ride WHERE id = $1 FOR UPDATE', [rideId]);
  return () => client.end();
}
const waiting = () =>
  service.sql(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);

describe('a request', () => {
  const cancellation = async (rideId: string, key: string, url = service.url): Promise<Told> =>
    post(`${url}/rides/${rideId}/cancellation`, await service.token('rider', rider.id), key, {});

  it('is told at once that the same one is in flight, on whichever instance, and its answer afterwards', async () => {
    const rideId = await rider.requests();
    // More than there are sessions for.
    const keys = Array.from({ length: 12 }, () => v7());
    const letGo = await hold(rideId);
    try {
      let answered = 0;
      const firsts = keys.map((key) => cancellation(rideId, key).finally(() => (answered += 1)));
      await eventually('the first waiting', waiting, (sessions) => sessions.length > 0);
      const token = await service.token('rider', rider.id);
      for (const key of keys) {
        const here = await service.request('POST', `/rides/${rideId}/cancellation`, { token, key, body: {} });
        expect(here).toMatchObject({ status: 409, body: { code: 'request_in_flight' } });
        expect(here.headers.get('retry-after')).toBe('1');
      }
      const there = await cancellation(rideId, keys[0]!, other);
      expect(there.status).toBe(409);
      expect(JSON.parse(there.text)).toMatchObject({ code: 'request_in_flight' });
      expect(answered).toBe(0);
      await letGo();
      for (const first of await Promise.all(firsts)) expect(first).toMatchObject({ status: 202, replayed: false });
    } finally {
      await letGo();
    }
    for (const url of [service.url, other])
      expect(await cancellation(rideId, keys[0]!, url)).toMatchObject({ status: 202, replayed: true });
  });

  it('is remembered over a restart', async () => {
    const token = await service.token('rider', rider.id);
    const key = v7();
    const ask = (): Promise<Answer> => service.request('POST', '/rides', { token, key, body: WISH });
    const before = await ask();
    await service.halt();
    await service.resume();
    const after = await ask();
    expect(after).toMatchObject({ status: 202, body: before.body });
    expect(after.headers.get('idempotency-replayed')).toBe('true');
    expect(after.headers.get('location')).toBe(before.headers.get('location'));
  });
});
