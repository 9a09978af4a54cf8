import { crashPoints, type CrashPoint } from '../src/crash-points.js';
import { Relay } from '../src/relay/relay.js';
import type { RelayOptions } from '../src/relay/options.js';
import { eventually, firstOfEach, logger, LogWorld, type Said } from './support/log-world.js';

const TOPIC = 'things.v1';
const numbered = (key: string, from: number, count: number): Said[] =>
  Array.from({ length: count }, (_, i) => ({ topic: TOPIC, key, value: String(from + i).padStart(6, '0') }));

describe('the relay', () => {
  let world: LogWorld;
  const relays: Relay[] = [];
  const relay = (options: Partial<RelayOptions> = {}): Relay => {
    const { databaseUrl, log, namespace } = world;
    const made = new Relay({ databaseUrl, log, namespace, logger, ...options });
    relays.push(made);
    made.start();
    return made;
  };

  beforeEach(async () => {
    world = await LogWorld.open({ [TOPIC]: 4, 'others.v1': 2 });
  });
  afterEach(async () => {
    crashPoints.reached = undefined;
    await Promise.all(relays.splice(0).map((one) => one.stop()));
    await world.close();
  });

  it('sends what was committed, byte for byte, and never what was rolled back', async () => {
    const client = await world.pool.connect();
    await client.query('BEGIN');
    await world.say(numbered('rolled back', 0, 3), client);
    await client.query('ROLLBACK');
    client.release();
    const headers = [
      ['z', Buffer.from([0, 200])],
      ['7', Buffer.from('seven')],
      ['a', Buffer.from('1')],
      ['z', Buffer.alloc(0)],
    ] as const;
    const value = Buffer.from([0, 1, 2, 255]);
    const running = relay();
    running.wake(await world.say([{ topic: TOPIC, key: 'kept', value, headers }]));
    running.wake(await world.say([{ topic: TOPIC, key: 'gone', value: null }]));
    await eventually(async () => (await world.outbox()) === 0);
    const records = await world.everything(TOPIC);
    expect(records).toHaveLength(2);
    const kept = records.find(({ key }) => String(key) === 'kept');
    expect(kept?.value).toEqual(value);
    expect(kept?.headers).toEqual(headers);
    expect(records.find(({ key }) => String(key) === 'gone')?.value).toBeNull();
  });

  it('finds by its poll what nobody woke it for', async () => {
    await world.say(numbered('left behind', 0, 5));
    relay();
    await eventually(async () => (await world.outbox()) === 0);
    expect(firstOfEach(await world.everything(TOPIC)).get('left behind')).toHaveLength(5);
  });

  it('keeps the order of a key while two of them send the same rows under load', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `key ${i}`);
    const failures: Error[] = [];
    const metrics = { failed: (error: Error): void => void failures.push(error) };
    const two = [relay({ metrics }), relay({ metrics })];
    // A new topic's partitions are led one by one: the first send may fail and be made again.
    for (const one of two) one.wake(await world.say(keys.flatMap((key) => numbered(`warm ${key}`, 0, 1))));
    await eventually(async () => (await world.outbox()) === 0);
    failures.length = 0;
    for (let round = 0; round < 60; round += 1)
      await Promise.all(
        two.map(async (one, half) => {
          // Both commit to every bucket, and each key is written by one transaction at a time.
          const mine = keys.filter((_, i) => i % 2 === half);
          one.wake(await world.say(mine.flatMap((key) => numbered(key, round * 3, 3))));
        }),
      );
    await eventually(async () => (await world.outbox()) === 0);
    expect(failures).toEqual([]);
    const records = (await world.everything(TOPIC)).filter(({ key }) => !String(key).startsWith('warm'));
    // No failure, so not even a repetition: two relays never send a bucket at once.
    expect(records).toHaveLength(40 * 180);
    const byKey = firstOfEach(records);
    for (const key of keys) expect(byKey.get(key)).toEqual(numbered(key, 0, 180).map(({ value }) => value));
  });

  it.each<CrashPoint>(['relay: before lock', 'relay: after read', 'relay: after send', 'relay: after delete'])(
    'loses nothing and keeps the order when it fails at %s',
    async (point) => {
      let failures = 0;
      crashPoints.reached = (at) => {
        if (at === point && failures < 4) {
          failures += 1;
          throw new Error(`failed at ${at}`);
        }
      };
      const running = relay();
      for (let round = 0; round < 10; round += 1)
        running.wake(await world.say(['a', 'b', 'c'].flatMap((key) => numbered(key, round * 20, 20))));
      await eventually(async () => failures > 0 && (await world.outbox()) === 0);
      const byKey = firstOfEach(await world.everything(TOPIC));
      for (const key of ['a', 'b', 'c'])
        expect(byKey.get(key)).toEqual(numbered(key, 0, 200).map(({ value }) => value));
    },
  );

  /** Whoever comes to the point first stands still until it is told to go on. */
  function standStill(point: CrashPoint): { readonly stuck: Promise<void>; readonly resume: () => void } {
    const stuck = Promise.withResolvers<void>();
    const resume = Promise.withResolvers<void>();
    crashPoints.reached = (at) => {
      if (at !== point) return;
      crashPoints.reached = undefined;
      stuck.resolve();
      return resume.promise;
    };
    return { stuck: stuck.promise, resume: () => resume.resolve() };
  }

  it.each<CrashPoint>(['relay: before lock', 'relay: after read', 'relay: after send'])(
    'leaves its buckets to another when it stands still at %s',
    async (point) => {
      const { stuck, resume } = standStill(point);
      const still = relay();
      still.wake(await world.say(numbered('a', 0, 10)));
      await stuck;
      // What a stopped process cannot do: answer for its session. The server ends it.
      await world.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ride relay' AND datname = current_database()`,
      );
      const other = relay();
      other.wake(await world.say(numbered('a', 10, 10)));
      await eventually(async () => (await world.outbox()) === 0);
      // It goes on where it stood, and must notice that the buckets are no longer its own.
      resume();
      still.wake(await world.say(numbered('a', 20, 10)));
      await eventually(async () => (await world.outbox()) === 0);
      const records = await world.everything(TOPIC);
      expect(firstOfEach(records).get('a')).toEqual(numbered('a', 0, 30).map(({ value }) => value));
      expect(records).toHaveLength(point === 'relay: after send' ? 40 : 30);
    },
  );

  it('loses its buckets after five seconds of standing still, and does not send what it has read', async () => {
    const { stuck, resume } = standStill('relay: after read');
    const still = relay();
    still.wake(await world.say(numbered('a', 0, 10)));
    await stuck;
    const other = relay();
    other.wake(await world.say(numbered('a', 10, 10)));
    await eventually(async () => (await world.outbox()) === 0);
    resume();
    await still.stop();
    expect(await world.everything(TOPIC)).toHaveLength(20);
  });

  it('puts a record that is too large aside: its key waits, the others go on', async () => {
    const refused: string[] = [];
    const running = relay({ metrics: { refused: (topic) => refused.push(topic) } });
    const large = { topic: TOPIC, key: 'large', value: Buffer.alloc(1_100_000) };
    const facts = [...numbered('large', 0, 2), large, ...numbered('large', 2, 3), ...numbered('small', 0, 50)];
    running.wake(await world.say(facts));
    running.wake(await world.say(numbered('large', 5, 1)));
    running.wake(await world.say(numbered('small', 50, 50)));
    await eventually(async () => (await world.outbox()) === 4);
    const byKey = firstOfEach(await world.everything(TOPIC));
    expect(byKey.get('large')).toEqual(['000000', '000001']);
    expect(byKey.get('small')).toHaveLength(100);
    expect(refused).toEqual([TOPIC]);
    const { rows } = await world.pool.query('SELECT topic, key, length(value) AS length, reason FROM outbox_refused');
    expect(rows).toEqual([
      { topic: TOPIC, key: Buffer.from('large'), length: 1_100_000, reason: expect.stringContaining('larger than') },
    ]);
    expect(running.health()).toMatchObject({ ok: true, refused: 1, reason: expect.stringContaining('outbox_refused') });
    // An operator lets go of it: what waited behind goes on, in order.
    await world.pool.query('DELETE FROM outbox_refused');
    await eventually(async () => (await world.outbox()) === 0);
    expect(firstOfEach(await world.everything(TOPIC)).get('large')).toEqual(
      numbered('large', 0, 6).map(({ value }) => value),
    );
  });

  it('lets rows of a topic that does not exist wait, and sends the others', async () => {
    const running = relay();
    running.wake(await world.say([{ topic: 'unknown.v1', key: 'a', value: 'x' }, ...numbered('a', 0, 3)]));
    await eventually(async () => (await world.outbox()) === 1);
    await eventually(() => !running.health().ok);
    expect(running.health().reason).toContain('unknown.v1');
  });

  it('sends all that it was woken for before it stops', async () => {
    const running = relay();
    running.wake(await world.say(numbered('a', 0, 10_000)));
    await running.stop();
    expect(await world.outbox()).toBe(0);
    expect(await world.everything(TOPIC)).toHaveLength(10_000);
  });
});
