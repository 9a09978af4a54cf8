import type { INestApplication } from '@nestjs/common';
import { DeadLetters } from '@ride/messaging';
import { randomUUID } from 'node:crypto';
import { forgetSettings } from '@ride/configuration';
import { DriverRegistered } from '@ride/events';
import { DataSource } from 'typeorm';
import { startIssuer } from './identity.js';

process.env['RIDE_NAMESPACE'] = `letters_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let app: INestApplication;
let url: string;
let operator: string;
const sub = randomUUID();

beforeAll(async () => {
  issuer = await startIssuer();
  process.env['RIDE_ISSUER'] = issuer.issuer;
  operator = await issuer.token({ role: 'operator', sub });
  const { createDatabase, startNotes } = await import('./place-to-test.js');
  await createDatabase();
  ({ app, url } = await startNotes());
});
afterAll(async () => {
  await app.close();
  await (await import('./place-to-test.js')).dropDatabase();
  issuer.stop();
});

type Json = Record<string, unknown>;
const call = async (
  method: string,
  path: string,
  body?: unknown,
  more: { token?: string; key?: string | null; at?: string } = {},
) => {
  const { token = operator, key = method === 'POST' ? randomUUID() : null, at = url } = more;
  const response = await fetch(`${at}/dead-letters${path}`, {
    method,
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== null && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    location: response.headers.get('location'),
    replayed: response.headers.get('idempotency-replayed'),
    body: (await response.json()) as Json & Json[],
  };
};

/** A dead fact of a key that it holds. */
async function dead(key = randomUUID(), code = 'handler_failed', topic = 'rides.v1'): Promise<string> {
  const data = app.get(DataSource);
  await data.query(
    `INSERT INTO blocked_key (subscription, topic, key) VALUES ('rider', $2, $1) ON CONFLICT DO NOTHING`,
    [Buffer.from(key), topic],
  );
  const [{ id }] = await data.query<[{ id: string }]>(
    `INSERT INTO failed_fact (subscription, event, fact, handler, topic, key, value, headers, source_partition, source_offset,
       event_time, attempts, status, code, error, died_at)
     VALUES ('rider', $1, 'RideAccepted', 'RideHandlers.accept', $4, $2, 'x', '', 0, 0, now(), 5, 'dead', $3, 'no fare', now())
     RETURNING id::text AS id`,
    [randomUUID(), Buffer.from(key), code, topic],
  );
  return id;
}

const ROUTES: [method: string, path: string, body: object | undefined][] = [
  ['GET', '', undefined],
  ['GET', '/groups', undefined],
  ['GET', '/1', undefined],
  ['POST', '/replay', { all: true }],
  ['POST', '/discard', { all: true, reason: 'r' }],
  ['POST', '/release', { all: true }],
  ['POST', '/1/edit', { data: {} }],
  ['GET', '/repairs', undefined],
  ['GET', `/repairs/${randomUUID()}`, undefined],
  ['POST', `/repairs/${randomUUID()}/cancel`, undefined],
];

describe('dead letters', () => {
  it.each(ROUTES)('%s %s is for operators only', async (method, path, body) => {
    expect((await call(method, path, body, { token: '' })).status).toBe(401);
    for (const role of ['rider', 'driver'])
      expect(await call(method, path, body, { token: await issuer.token({ role }) })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
  });

  it('are listed page by page, grouped, and shown', async () => {
    const ids = [await dead(undefined, 'listed'), await dead(undefined, 'listed')];
    const first = await call('GET', '?code=listed&limit=1');
    expect(first).toMatchObject({ status: 200, body: { letters: [{ id: ids[1], error: 'no fare' }], next: ids[1] } });
    expect(await call('GET', `?code=listed&limit=1&before=${ids[1]}`)).toMatchObject({
      body: { letters: [{ id: ids[0] }], next: null },
    });
    expect((await call('GET', '/groups?code=listed')).body).toMatchObject([{ count: 2, keys: 2, newest: ids[1] }]);
    expect((await call('GET', `/${ids[0]}`)).body).toMatchObject({ id: ids[0], value: { hex: '78' }, keyIs: 'held' });
    expect(await call('GET', '/999999999')).toMatchObject({ status: 404, body: { code: 'dead_letter_not_found' } });
  });

  it('are replayed after a dry run, and Location tells how far it is', async () => {
    const id = await dead();
    const planned = await call('POST', '/replay', { ids: [id], dryRun: true });
    expect(planned).toMatchObject({ status: 200, body: { total: 1, ids: [id], through: 'rider.retry.v1' } });
    const ordered = await call('POST', '/replay', { ids: [id], reason: 'mended' });
    expect(ordered).toMatchObject({ status: 202, body: { kind: 'replay', total: 1, done: 0, who: sub } });
    await app.get(DeadLetters).sweep.once();
    expect(ordered.location).toBe(`/dead-letters/repairs/${ordered.body['id'] as string}`);
    expect((await call('GET', ordered.location!.replace('/dead-letters', ''))).body).toMatchObject({
      status: 'done',
      outcomes: { put_back: 1 },
      since: { waiting: 1 },
    });
    expect((await call('GET', '/repairs?limit=1')).body).toMatchObject({ repairs: [{ reason: 'mended', who: sub }] });
  });

  it('are the same repair under the same Idempotency-Key, and no other', async () => {
    const ids = [await dead()];
    const key = randomUUID();
    const discard = { ids, reason: 'a test' };
    const first = await call('POST', '/discard', discard, { key });
    expect(first).toMatchObject({ status: 202, replayed: null, body: { status: 'running', done: 0 } });
    await app.get(DeadLetters).sweep.once();
    expect(await call('POST', '/discard', discard, { key })).toEqual({ ...first, replayed: 'true' });
    expect(await call('POST', '/discard', { ...discard, reason: 'another' }, { key })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect(await call('POST', '/discard', discard, { key: null })).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_missing' },
    });
    const at = first.location!.replace('/dead-letters', '');
    expect(await call('POST', `${at}/cancel`)).toMatchObject({ status: 200, body: { status: 'done', done: 1 } });
    expect(await call('POST', `/repairs/${randomUUID()}/cancel`)).toMatchObject({
      status: 404,
      body: { code: 'repair_not_found' },
    });
  });

  it('are repaired once for a key, also when the answer could not be kept', async () => {
    const ids = [await dead()];
    const key = randomUUID();
    const discard = { ids, reason: 'a test' };
    const first = await call('POST', '/discard', discard, { key });
    await app.get(DataSource).query('DELETE FROM idempotency_key');
    await app.get(DeadLetters).sweep.once();
    const again = await call('POST', '/discard', discard, { key });
    expect(again).toMatchObject({ status: 202, location: first.location, body: { done: 1 } });
    expect(await call('POST', '/discard', discard, { key })).toEqual({ ...again, replayed: 'true' });
    // Another operator's key is another one.
    const theirs = await call('POST', '/discard', discard, { key, token: await issuer.token({ role: 'operator' }) });
    expect(theirs).toMatchObject({ status: 202, replayed: null, body: { total: 0 } });
  });

  it('are refused when later facts of their key have been handled, until somebody says that they know', async () => {
    const key = randomUUID();
    const id = await dead(key);
    await call('POST', '/release', { ids: [id] });
    await app.get(DeadLetters).sweep.once();
    await app.get(DataSource).query('UPDATE released_key SET handled = 3 WHERE key = $1', [Buffer.from(key)]);
    const refused = await call('POST', '/replay', { ids: [id] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'overtaken', detail: expect.stringContaining('3') } });
    expect(await call('POST', '/replay', { ids: [id], acceptOvertaken: true })).toMatchObject({ status: 202 });
  });

  it('are not edited unless that is configured', async () => {
    const id = await dead();
    expect(await call('POST', `/${id}/edit`, { data: {} })).toMatchObject({
      status: 403,
      body: { code: 'edit_not_allowed', detail: expect.stringContaining('RIDE_DEAD_LETTER_EDIT=allow') },
    });
  });

  it('are edited up to the size of a fact where that is configured; nothing else may be as large', async () => {
    process.env['RIDE_DEAD_LETTER_EDIT'] = 'allow';
    forgetSettings();
    const editing = await (await import('./place-to-test.js')).startNotes();
    const driverId = randomUUID();
    const id = await dead(driverId, 'too_short', 'drivers.v1');
    const driver = (letters: number) => ({
      ...{ driverId, name: 'ä'.repeat(letters), vehicle: 'Prius', plate: 'T1', vehicleClass: 'standard', version: 1 },
      ...{ contact: {}, rating: { average: 0, count: 0 } },
    });
    const edit = (letters: number) =>
      call('POST', `/${id}/edit`, { data: driver(letters), fact: 'DriverRegistered' }, { at: editing.url });
    try {
      expect(await edit(2_100_000)).toMatchObject({ status: 413, body: { code: 'too_large' } });
      const reason = 'x'.repeat(150_000);
      expect(await call('POST', '/replay', { ids: [id], reason }, { at: editing.url })).toMatchObject({ status: 413 });
      expect(await edit(520_000)).toMatchObject({ status: 202, body: { outcomes: { edited: 1 } } });
      const [copy] = await app
        .get(DataSource)
        .query<{ fact: string; size: number }[]>(
          `SELECT fact, length(value) AS size FROM failed_fact WHERE key = $1 AND status = 'waiting'`,
          [Buffer.from(driverId)],
        );
      expect(copy?.fact).toBe(DriverRegistered.type);
      expect(copy?.size).toBeGreaterThan(1_040_000);
    } finally {
      await editing.app.close();
      delete process.env['RIDE_DEAD_LETTER_EDIT'];
      forgetSettings();
    }
  });

  it.each([
    ['nothing', '/replay', {}],
    ['two selections', '/replay', { ids: ['1'], all: true }],
    ['an empty filter', '/replay', { filter: {} }],
    ['a word that is none', '/replay', { al: true }],
    ['an id that is none', '/replay', { ids: ['x'] }],
    ['a rate that never ends', '/replay', { all: true, rate: 0 }],
    ['a filter with a NUL', '/replay', { filter: { text: 'a\0b' } }],
    ['no reason', '/discard', { all: true }],
    ['no data', '/1/edit', {}],
  ])('are not touched by a request with %s', async (_, path, body) => {
    expect(await call('POST', path, body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
  it.each(['?limit=0', '?from=yesterday', '?colour=red', '/abc', '/repairs/abc'])(
    'are not asked for by %s',
    async (path) => {
      expect(await call('GET', path)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    },
  );

  it('are described, with examples', async () => {
    const { paths } = (await (await fetch(`${url}/docs-json`)).json()) as { paths: Record<string, Json> };
    expect(Object.keys(paths).filter((path) => path.startsWith('/dead-letters'))).toHaveLength(ROUTES.length);
    expect(paths['/dead-letters/replay']).toMatchObject({
      post: {
        parameters: [{ name: 'Idempotency-Key', in: 'header' }],
        requestBody: { content: { 'application/json': { schema: expect.anything() } } },
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/RepairPlan' } } } },
          202: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Repair' } } } },
          409: { $ref: '#/components/responses/overtaken.request_in_flight' },
          422: { $ref: '#/components/responses/idempotency_key_reused' },
        },
      },
    });
  });
});
