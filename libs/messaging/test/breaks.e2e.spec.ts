import { RideAccepted, RideDeclined } from '@ride/events';
import type { INestMicroservice } from '@nestjs/common';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { databaseUrl, Effect, On, type Breaks, type BreakOrder, type Runtime, type Tx } from '../src/index.js';
import { createDatabase, dropDatabase, ownNamespace, Saying, smallService, until } from './support/small-service.js';

@Entity('tally')
class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}
const TABLES = 'CREATE TABLE tally (id uuid PRIMARY KEY, seen jsonb NOT NULL)';

/** Attempts that came to the handlers, also of units that were rolled back. */
const attempts: { readonly handler: string; readonly offerId: string; readonly at: number }[] = [];
const came = (handler: string, offerId: string): void =>
  void attempts.push({ handler, offerId, at: performance.now() });

class Handlers {
  @On(RideAccepted)
  async accepted({ data: { rideId, offerId } }: RideAccepted, tx: Tx): Promise<void> {
    came('accepted', offerId);
    const row = await tx.load(TallyRow, rideId);
    tx.save(TallyRow, { id: rideId, seen: [...(row?.seen ?? []), offerId] });
  }
  @Effect({ name: 'bell', deadlineMs: 1_000, greatestAgeMs: 60_000 }, RideDeclined)
  async ring({ data: { offerId } }: RideDeclined): Promise<void> {
    came('ring', offerId);
  }
}

describe('what is broken on purpose', () => {
  const instances: { app: INestMicroservice; runtime: Runtime }[] = [];
  let saying: Saying;
  let sql: pg.Client;
  const breaks = (n = 0): Breaks => instances[n]!.runtime.breaks!;

  async function instance(): Promise<void> {
    const made = await smallService(Handlers, TABLES);
    instances.push(made);
    await made.app.listen();
  }
  beforeAll(async () => {
    ownNamespace({ RIDE_BREAKS: 'on', RIDE_RETRY_BACKOFF_MS: '50,50,50' });
    await createDatabase();
    await instance();
    await instance();
    saying = await Saying.open();
    sql = new pg.Client(databaseUrl('booking'));
    await sql.connect();
  });
  afterAll(async () => {
    await Promise.all(instances.map(({ app }) => app.close()));
    await sql.end();
    await saying.close();
    await dropDatabase();
    delete process.env['RIDE_BREAKS'];
  });
  afterEach(async () => {
    const { breaks: made, paused } = await breaks().list();
    for (const { breakId } of made) await breaks().remove(breakId);
    for (const subscription of paused) await breaks().resume(subscription);
    await everywhere();
  });

  /** The other instance knows it, too. */
  const everywhere = () =>
    until(
      async () => [breaks(0).count, breaks(1).count],
      ([here, there]) => here === there,
      1_000,
    );
  async function broken(order: Partial<BreakOrder>): Promise<string> {
    const { breakId } = await breaks().add({
      ...{ id: v7(), handler: 'Handlers.accepted', kind: 'fail', times: null, key: null, delayMs: null },
      ...order,
    });
    await everywhere();
    return breakId;
  }
  const accepted = (rideId: string) => ({ fact: RideAccepted({ rideId, offerId: v7(), driverId: v7() }) });
  const declined = (rideId: string) => ({ fact: RideDeclined({ rideId, offerId: v7(), driverId: v7() }) });
  const offersOf = (facts: readonly ReturnType<typeof accepted | typeof declined>[]) =>
    facts.map(({ fact }) => fact.data.offerId);
  const seen = async (rideId: string): Promise<readonly string[]> =>
    (await sql.query<TallyRow>('SELECT * FROM tally WHERE id = $1', [rideId])).rows[0]?.seen ?? [];
  const isSeen = (rideId: string, offers: readonly string[]) =>
    until(
      () => seen(rideId),
      (all) => all.length >= offers.length,
    ).then((all) => expect(all).toEqual(offers));
  interface Failed {
    readonly status: string;
    readonly code: string;
    readonly error: string;
    readonly attempts: number;
    readonly handler: string;
  }
  const failed = async (key: string): Promise<readonly Failed[]> =>
    (await sql.query<Failed>('SELECT * FROM failed_fact WHERE key = $1 ORDER BY place, id', [Buffer.from(key)])).rows;
  const hits = async (id: string) => (await breaks().list()).breaks.find(({ breakId }) => breakId === id)?.hits;
  const ofRides = (n: number) => Array.from({ length: n }, () => v7());

  it('fails as many attempts as it was told to, of all instances and keys together, and then everything is handled in order', async () => {
    const rides = ofRides(40);
    const id = await broken({ times: 25 });
    const facts = rides.map((rideId) => [accepted(rideId), accepted(rideId), accepted(rideId)]);
    await saying.say(facts.flat());
    for (const [n, rideId] of rides.entries()) await isSeen(rideId, offersOf(facts[n]!));
    expect(await hits(id)).toBe(25);
    const { rows } = await sql.query<{ of: string }>('SELECT count(*) AS of FROM break_hit');
    expect(Number(rows[0]!.of)).toBe(25);
    expect(breaks().count).toBe(0);
  });

  it('is recognised in the failed fact, which says which break it was; when it is gone the fact is handled', async () => {
    const rideId = v7();
    const id = await broken({ key: rideId });
    const facts = [accepted(rideId), accepted(rideId)];
    await saying.say(facts);
    const [first, second] = await until(
      () => failed(rideId),
      (all) => all.length === 2 && all[0]!.attempts === 2,
    );
    expect(first).toMatchObject({ code: 'broken_on_purpose', handler: 'Handlers.accepted', status: 'waiting' });
    expect(first!.error).toContain(`the break ${id} has Handlers.accepted fail every attempt at one key`);
    expect(second).toMatchObject({ code: 'behind_a_failed_fact', attempts: 0 });
    await breaks(1).remove(id);
    await isSeen(rideId, offersOf(facts));
  });

  it('holds one key only when it is told of one', async () => {
    const [held, free] = ofRides(2);
    await broken({ key: held! });
    const facts = [accepted(free!), accepted(free!)];
    await saying.say([accepted(held!), ...facts, accepted(held!)]);
    await isSeen(free!, offersOf(facts));
    await until(
      () => failed(held!),
      (all) => all[0]?.status === 'dead',
    );
    expect(await seen(held!)).toEqual([]);
    expect(await failed(free!)).toEqual([]);
  });

  it('is dead at once when it fails for good', async () => {
    const rideId = v7();
    const id = await broken({ kind: 'fail_for_good', times: 1 });
    const facts = [accepted(rideId), accepted(rideId)];
    await saying.say(facts);
    const [dead, behind] = await until(
      () => failed(rideId),
      (all) => all.length === 2,
    );
    expect(dead).toMatchObject({ status: 'dead', attempts: 1, code: 'broken_on_purpose' });
    expect(dead!.error).toContain(id);
    expect(behind).toMatchObject({ status: 'waiting' });
    expect(await seen(rideId)).toEqual([]);
  });

  it('is slow by what it is told', async () => {
    const rideId = v7();
    await broken({ kind: 'slow', delayMs: 700, key: rideId });
    const before = performance.now();
    const fact = accepted(rideId);
    await saying.say([fact]);
    await isSeen(rideId, offersOf([fact]));
    const [attempt] = attempts.filter(({ offerId }) => offerId === fact.fact.data.offerId);
    expect(attempt!.at - before).toBeGreaterThanOrEqual(700);
    expect(attempt!.at - before).toBeLessThan(5_000);
  });

  it('breaks effects as well: so often, and beyond their deadline', async () => {
    const rideId = v7();
    const id = await broken({ handler: 'Handlers.ring', times: 2, key: rideId });
    const facts = [declined(rideId), declined(rideId)];
    await saying.say(facts);
    const rung = async () =>
      attempts.flatMap(({ handler, offerId }) =>
        handler === 'ring' && offersOf(facts).includes(offerId) ? [offerId] : [],
      );
    await until(rung, (all) => all.length === 2);
    expect(await rung()).toEqual(offersOf(facts));
    expect(await hits(id)).toBe(2);
    const late = v7();
    await broken({ handler: 'Handlers.ring', kind: 'slow', delayMs: 60_000, key: late, times: 1 });
    const fact = declined(late);
    await saying.say([fact]);
    const [first] = await until(
      () => failed(late),
      (all) => all.length === 1,
    );
    expect(first).toMatchObject({ code: 'handler_timed_out', attempts: 1 });
    await until(
      async () => attempts.some(({ offerId }) => offerId === fact.fact.data.offerId),
      (isRung) => isRung,
    );
  });

  it('breaks the same attempt again, and counts it once, when its unit is lost before the failure is written down', async () => {
    const rideId = v7();
    const id = await broken({ kind: 'fail_for_good', times: 1, key: rideId });
    // While the table of failed facts is locked, the unit waits with its failure.
    const other = new pg.Client(databaseUrl('booking'));
    await other.connect();
    await other.query('BEGIN; LOCK TABLE failed_fact IN SHARE MODE');
    await saying.say([accepted(rideId)]);
    const lose = () =>
      sql.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO failed_fact%'`,
      );
    await until(lose, ({ rows }) => rows.length > 0);
    await other.query('ROLLBACK');
    await other.end();
    const [dead] = await until(
      () => failed(rideId),
      (all) => all.length === 1,
    );
    expect(dead).toMatchObject({ status: 'dead', attempts: 1, code: 'broken_on_purpose' });
    expect(await hits(id)).toBe(1);
  });

  it('pauses a subscription everywhere: nothing of it is handled and its lag grows; resumed, all is, in order', async () => {
    const rides = ofRides(12);
    await breaks().pause('booking');
    await everywhere();
    const facts = rides.map((rideId) => [accepted(rideId), accepted(rideId)]);
    await saying.say(facts.flat());
    const bell = declined(v7());
    await saying.say([bell]);
    await until(
      async () => attempts.some(({ offerId }) => offerId === bell.fact.data.offerId),
      (isRung) => isRung,
    );
    const health = () =>
      instances.map(({ runtime }) => runtime.health().consumers.find(({ groupId }) => groupId.endsWith('_booking'))!);
    const lag = async () =>
      health().reduce((sum, each) => sum + Object.values(each.lag).reduce((all, one) => all + one, 0), 0);
    await until(lag, (records) => records >= 24);
    expect(health().map(({ isPaused, joined }) => [isPaused, joined])).toEqual([
      [true, true],
      [true, true],
    ]);
    for (const { runtime } of instances)
      expect(runtime.probes.ready().troubles.map(({ code }) => code)).toEqual(['consumer_paused', 'consumer_paused']);
    for (const rideId of rides) expect(await seen(rideId)).toEqual([]);
    await breaks(1).resume('booking');
    for (const [n, rideId] of rides.entries()) await isSeen(rideId, offersOf(facts[n]!));
    await until(
      async () => instances.flatMap(({ runtime }) => runtime.probes.ready().troubles),
      ({ length }) => length === 0,
    );
  });

  it('pauses an effect: what has been fetched already waits, too', async () => {
    const rides = ofRides(200);
    const delayMs = 300;
    await broken({ handler: 'Handlers.ring', kind: 'slow', delayMs });
    const facts = rides.map((rideId) => declined(rideId));
    await saying.say(facts);
    const rung = async () => attempts.filter(({ offerId }) => offersOf(facts).includes(offerId)).length;
    await until(rung, (count) => count > 0);
    await breaks().pause('booking.bell');
    await everywhere();
    // What was under way ends, each within its delay; then nothing more begins.
    let [before, since] = [-1, Date.now()];
    await until(rung, (count) => {
      if (count !== before) [before, since] = [count, Date.now()];
      return Date.now() - since > 3 * delayMs;
    });
    const still = await rung();
    expect(still).toBeLessThan(200);
    const [ride] = ofRides(1);
    const fact = accepted(ride!);
    await saying.say([fact]);
    await isSeen(ride!, offersOf([fact]));
    expect(await rung()).toBe(still);
    await breaks().resume('booking.bell');
    await until(rung, (count) => count === 200);
  });

  it('survives a restart: a paused consumer begins nothing, a broken handler is broken', async () => {
    const rideId = v7();
    await breaks().pause('booking');
    await broken({ key: rideId, kind: 'fail_for_good', times: 1 });
    for (const { app } of instances.splice(0)) await app.close();
    const fact = accepted(rideId);
    await saying.say([fact]);
    await instance();
    await instance();
    expect((await breaks().list()).paused).toEqual(['booking']);
    expect(instances.every(({ runtime }) => runtime.health().consumers[0]!.isPaused)).toBe(true);
    expect(await failed(rideId)).toEqual([]);
    await breaks().resume('booking');
    const [dead] = await until(
      () => failed(rideId),
      (all) => all.length === 1,
    );
    expect(dead).toMatchObject({ status: 'dead', code: 'broken_on_purpose' });
  });

  it('poisons a topic: a dead letter, and the partition goes on', async () => {
    const { topic, key, fact, factId } = await breaks().poison(v7(), 'rides.v1');
    expect([topic, fact]).toEqual(['rides.v1', 'RideAccepted']);
    const [dead] = await until(
      () => failed(key),
      (all) => all.length === 1,
    );
    expect(dead).toMatchObject({ status: 'dead', code: 'undecodable', event: factId, fact: 'RideAccepted' });
    const rides = ofRides(20);
    const facts = rides.map((rideId) => accepted(rideId));
    await saying.say(facts);
    for (const [n, rideId] of rides.entries()) await isSeen(rideId, offersOf([facts[n]!]));
    // Of a key that there is, its facts wait behind it.
    const held = rides[0]!;
    await breaks().poison(v7(), 'rides.v1', held);
    await until(
      () => failed(held),
      (all) => all.length === 1,
    );
    await saying.say([accepted(held)]);
    await until(
      () => failed(held),
      (all) => all.length === 2,
    );
  });

  it('refuses what it does not know, and names what there is', async () => {
    await expect(broken({ handler: 'Handlers.nobody' })).rejects.toMatchObject({
      code: 'handler_unknown',
      message: 'This service has no such handler. It has: Handlers.accepted, Handlers.ring.',
    });
    await expect(broken({ kind: 'slow', delayMs: 5_001 })).rejects.toMatchObject({ code: 'delay_too_long' });
    await expect(breaks().pause('booking.nothing')).rejects.toMatchObject({
      code: 'subscription_not_found',
      message: expect.stringContaining('booking, booking.bell.'),
    });
    await expect(breaks().poison(v7(), 'riders.v1')).rejects.toMatchObject({
      code: 'topic_not_heard',
      message: expect.stringContaining('rides.v1'),
    });
    await expect(breaks().remove(v7())).rejects.toMatchObject({ code: 'break_not_found' });
    expect((await breaks().list()).handlers).toEqual([
      { subscription: 'booking', handler: 'Handlers.accepted', fact: 'RideAccepted' },
      { subscription: 'booking.bell', handler: 'Handlers.ring', fact: 'RideDeclined' },
    ]);
  });

  it('is what it is told under one id once', async () => {
    const order = { id: v7(), handler: 'Handlers.ring', kind: 'fail', times: 1, key: v7(), delayMs: null } as const;
    await breaks(0).add(order);
    await breaks(1).add(order);
    expect((await breaks().list()).breaks).toHaveLength(1);
    await everywhere();
  });
});

describe('a service in which nothing may be broken', () => {
  let made: Awaited<ReturnType<typeof smallService>>;
  beforeAll(async () => {
    ownNamespace({ RIDE_BREAKS: 'off' });
    await createDatabase();
    made = await smallService(Handlers, TABLES);
    await made.app.listen();
  });
  afterAll(async () => {
    await made.app.close();
    await dropDatabase();
  });

  it('has no switches, no tables of them, and calls its handlers as they are', async () => {
    expect(made.runtime.breaks).toBeUndefined();
    expect(made.runtime.around).toBeUndefined();
    const client = new pg.Client(databaseUrl('booking'));
    await client.connect();
    const { rows } = await client.query(
      `SELECT to_regclass('broken_handler') AS a, to_regclass('paused_subscription') AS b`,
    );
    await client.end();
    expect(rows).toEqual([{ a: null, b: null }]);
  });
});
