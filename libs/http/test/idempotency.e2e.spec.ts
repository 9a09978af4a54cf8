import { Controller, Module, Post, type INestApplication } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { startIssuer } from './identity.js';

process.env['RIDE_NAMESPACE'] = `once_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
const HOUR = 3_600_000; // milliseconds
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let app: INestApplication;
let url: string;
let token: string;
let person: string;

beforeAll(async () => {
  issuer = await startIssuer();
  process.env['RIDE_ISSUER'] = issuer.issuer;
  const { createDatabase, startNotes } = await import('./place-to-test.js');
  await createDatabase();
  ({ app, url } = await startNotes((await import('./shop.js')).ShopModule));
});
afterAll(async () => {
  await app.close();
  await (await import('./place-to-test.js')).dropDatabase();
  issuer.stop();
});
beforeEach(async () => {
  person = randomUUID();
  token = await issuer.token({ role: 'rider', sub: person });
});

interface Asking {
  readonly path?: string;
  readonly key?: string;
  readonly body?: string;
  readonly by?: string;
}
const WISH = '{"what":"tea","many":2}';

async function post({ path = '/orders', key, body = WISH, by = token }: Asking) {
  const headers = {
    authorization: `Bearer ${by}`,
    'content-type': 'application/json',
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const answer = await fetch(url + path, { method: 'POST', headers, body });
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    replayed: answer.headers.get('idempotency-replayed'),
    text,
    code: answer.status < 400 ? undefined : (JSON.parse(text) as { code: string }).code,
  };
}
const ordersOf = (who: string) =>
  app
    .get(DataSource)
    .query<{ id: string; tries: number; paid: boolean }[]>('SELECT * FROM shop_order WHERE person = $1', [who]);

describe('a POST that starts something', () => {
  it('needs an Idempotency-Key', async () => {
    expect(await post({})).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
    expect(await post({ key: '' })).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
    expect(await ordersOf(person)).toEqual([]);
  });

  it.each([
    ['a space', 'a b'],
    ['another letter than ASCII’s', 'é'],
    ['256 characters', 'k'.repeat(256)],
  ])('takes no key with %s', async (_, key) => {
    expect(await post({ key })).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('takes one of 255 visible characters', async () => {
    expect(await post({ key: '!~'.repeat(127) + '"' })).toMatchObject({ status: 201 });
  });

  it('is done once for each key, and answered the same', async () => {
    const first = await post({ key: 'a' });
    expect(first).toMatchObject({ status: 201, replayed: null });
    const again = await post({ key: 'a' });
    expect(again).toEqual({ ...first, replayed: 'true' });
    expect(again.location).toBe(`/orders/${(await ordersOf(person))[0]!.id}`);
    expect(await ordersOf(person)).toHaveLength(1);
    await post({ key: 'b' });
    expect(await ordersOf(person)).toHaveLength(2);
  });

  it('is the same in whatever order its fields are', async () => {
    await post({ key: 'a' });
    expect(await post({ key: 'a', body: '{ "many": 2, "what": "tea" }' })).toMatchObject({ replayed: 'true' });
  });

  it('is refused under the key of another body or another route', async () => {
    await post({ key: 'a' });
    const [order] = await ordersOf(person);
    expect(await post({ key: 'a', body: '{"what":"tea","many":3}' })).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
      replayed: null,
    });
    const path = `/orders/${order!.id}/payment`;
    await post({ path, key: 'b', body: '{"card":"right"}' });
    await post({ key: 'c' });
    const other = (await ordersOf(person)).find(({ id }) => id !== order!.id)!;
    expect(await post({ path: `/orders/${other.id}/payment`, key: 'b', body: '{"card":"right"}' })).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    expect(await ordersOf(person)).toContainEqual(expect.objectContaining({ id: other.id, paid: false }));
  });

  it('has nothing to do with what another person asked under the same key', async () => {
    const other = randomUUID();
    await post({ key: 'a' });
    const theirs = await post({ key: 'a', by: await issuer.token({ role: 'rider', sub: other }) });
    expect(theirs).toMatchObject({ status: 201, replayed: null });
    expect(await ordersOf(other)).toHaveLength(1);
  });

  it('that was refused was not done, and may be granted the next time', async () => {
    await post({ key: 'order' });
    const path = `/orders/${(await ordersOf(person))[0]!.id}/payment`;
    const pay = (card: string) => post({ path, key: 'pay', body: JSON.stringify({ card }) });
    for (let time = 1; time <= 2; time++) expect(await pay('lost')).toMatchObject({ status: 409, code: 'lost_card' });
    expect(await ordersOf(person)).toMatchObject([{ tries: 0, paid: false }]);
    // A refusal that is returned leaves what was saved, and is no answer to keep.
    for (let time = 1; time <= 2; time++) expect(await pay('wrong')).toMatchObject({ status: 409, code: 'wrong_card' });
    expect(await ordersOf(person)).toMatchObject([{ tries: 2, paid: false }]);
    expect(await pay('right')).toMatchObject({ status: 204, text: '', replayed: null });
    expect(await pay('right')).toMatchObject({ status: 204, text: '', replayed: 'true' });
    expect(await ordersOf(person)).toMatchObject([{ tries: 3, paid: true }]);
  });

  it('is told at once that the same one is in flight, though no session is free', async () => {
    await post({ key: 'order' });
    const [order] = await ordersOf(person);
    const ask = (key: string) => post({ path: `/orders/${order!.id}/payment`, key, body: '{"card":"right"}' });
    const keys = Array.from({ length: 16 }, (_, n) => `pay-${n}`);
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM shop_order WHERE id = $1 FOR UPDATE', [order!.id]);
    let answered = 0;
    const firsts = keys.map((key) => ask(key).finally(() => (answered += 1)));
    try {
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await app.get(DataSource).query<unknown[]>(waiting)).length === 0);
      for (const key of keys) expect(await ask(key)).toMatchObject({ status: 409, code: 'request_in_flight' });
      expect(answered).toBe(0);
    } finally {
      await holder.commitTransaction();
      await holder.release();
      await Promise.all(firsts);
    }
    expect(await ordersOf(person)).toMatchObject([{ tries: keys.length }]);
  });

  it('can be sent again for 24 hours', async () => {
    const { forgetOldKeys } = await import('../src/idempotency/retention.js');
    await post({ key: 'a' });
    await forgetOldKeys(app.get(DataSource), Date.now() + 23.9 * HOUR);
    expect(await post({ key: 'a' })).toMatchObject({ replayed: 'true' });
    await forgetOldKeys(app.get(DataSource), Date.now() + 24.1 * HOUR);
    expect(await post({ key: 'a' })).toMatchObject({ status: 201, replayed: null });
    expect(await ordersOf(person)).toHaveLength(2);
  });

  it('is documented with its key', async () => {
    const { paths } = (await (await fetch(`${url}/docs-json`)).json()) as {
      paths: Record<string, { post: { parameters: unknown[] } }>;
    };
    const key = { name: 'Idempotency-Key', in: 'header', required: true };
    expect(paths['/orders']!.post.parameters).toContainEqual(expect.objectContaining(key));
    expect(JSON.stringify(paths['/operations/outcomes']!.post)).not.toContain('Idempotency-Key');
  });
});

describe('a service', () => {
  it('does not start while a POST doesn’t say whether it needs a key', async () => {
    @Controller('silent')
    class SilentController {
      @Post() silent() {}
    }
    @Module({ controllers: [SilentController] })
    class SilentModule {}
    const { Test } = await import('@nestjs/testing');
    const { EveryPostSaysWhetherItNeedsAKey } = await import('../src/idempotency/every-post.js');
    const built = await Test.createTestingModule({
      imports: [SilentModule],
      providers: [EveryPostSaysWhetherItNeedsAKey],
    }).compile();
    await expect(built.init()).rejects.toThrow('SilentController.silent');
  });

  it('does not start without the table of its keys', async () => {
    const { ServiceModule } = await import('@ride/messaging');
    const { HttpModule } = await import('../src/http.module.js');
    const { noOutcomes } = await import('./place-to-test.js');
    const { Test } = await import('@nestjs/testing');
    @Module({ imports: [ServiceModule.named('rider')], providers: [noOutcomes] })
    class ForgetfulModule {}
    const built = await Test.createTestingModule({ imports: [HttpModule.around(ForgetfulModule, 'rider')] }).compile();
    await expect(built.init()).rejects.toThrow('IdempotencyKeys1764700000000');
    await built.close();
  });
});
