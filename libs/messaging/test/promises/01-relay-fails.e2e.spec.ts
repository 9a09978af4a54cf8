import { CRASH_POINTS, crashPoints } from '../../src/crash-points.js';
import { Relay } from '../../src/relay/relay.js';
import type { RelayMetrics } from '../../src/relay/options.js';
import { eventually, logger, LogWorld } from '../support/log-world.js';
import { firstOfEach, numbered, numbers, THINGS } from '../support/numbered.js';
import { SourceProcess } from '../support/source-process.js';
import { standStill } from '../support/standing-still.js';
import { promise } from './promises.js';

const RELAY_POINTS = CRASH_POINTS.filter((point) => point.startsWith('relay: '));

describe(promise(1), () => {
  let world: LogWorld;
  const relays: Relay[] = [];
  const relay = (metrics: RelayMetrics = {}): Relay => {
    const { databaseUrl, log, namespace } = world;
    const made = new Relay({ databaseUrl, log, namespace, logger, metrics });
    relays.push(made);
    made.start();
    return made;
  };
  const allSent = () => eventually(async () => (await world.outbox()) === 0);

  beforeEach(async () => {
    world = await LogWorld.open({ [THINGS]: 4, 'others.v1': 2 });
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
    running.wake(await world.say([{ topic: THINGS, key: 'kept', value, headers }]));
    running.wake(await world.say([{ topic: THINGS, key: 'gone', value: null }]));
    await allSent();
    const records = await world.everything(THINGS);
    expect(records).toHaveLength(2);
    const kept = records.find(({ key }) => String(key) === 'kept');
    expect(kept?.value).toEqual(value);
    expect(kept?.headers).toEqual(headers);
    expect(records.find(({ key }) => String(key) === 'gone')?.value).toBeNull();
  });

  it('finds by its poll what nobody woke it for, as after a crash behind the commit', async () => {
    await world.say(numbered('left behind', 0, 5));
    relay();
    await allSent();
    expect(firstOfEach(await world.everything(THINGS)).get('left behind')).toEqual(numbers(0, 5));
  });

  it('sends every row once and keeps the order of a key while two relays send the same buckets', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `key ${i}`);
    const failures: Error[] = [];
    const metrics = { failed: (error: Error): void => void failures.push(error) };
    const two = [relay(metrics), relay(metrics)];
    // A new topic's partitions are led one by one: the first send may fail and be made again.
    for (const one of two) one.wake(await world.say(keys.flatMap((key) => numbered(`warm ${key}`, 0, 1))));
    await allSent();
    failures.length = 0;
    for (let round = 0; round < 60; round += 1)
      await Promise.all(
        two.map(async (one, half) => {
          // Both commit to every bucket, and each key is written by one transaction at a time.
          const mine = keys.filter((_, i) => i % 2 === half);
          one.wake(await world.say(mine.flatMap((key) => numbered(key, round * 3, 3))));
        }),
      );
    await allSent();
    expect(failures).toEqual([]);
    const records = (await world.everything(THINGS)).filter(({ key }) => !String(key).startsWith('warm'));
    // No failure, so not even a repetition: two relays never send a bucket at once.
    expect(records).toHaveLength(40 * 180);
    const byKey = firstOfEach(records);
    for (const key of keys) expect(byKey.get(key)).toEqual(numbers(0, 180));
  });

  it.each(RELAY_POINTS)('loses nothing and keeps the order when the relay fails at %s', async (point) => {
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
    const byKey = firstOfEach(await world.everything(THINGS));
    for (const key of ['a', 'b', 'c']) expect(byKey.get(key)).toEqual(numbers(0, 200));
  });

  it.each(RELAY_POINTS.filter((point) => point !== 'relay: after delete'))(
    'leaves its buckets to another when it loses its session at %s',
    async (point) => {
      const { stuck, resume } = standStill(point);
      const still = relay();
      still.wake(await world.say(numbered('a', 0, 10)));
      await stuck;
      await world.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ride relay' AND datname = current_database()`,
      );
      const other = relay();
      other.wake(await world.say(numbered('a', 10, 10)));
      await allSent();
      // It goes on where it stood, and must notice that the buckets are no longer its own.
      resume();
      still.wake(await world.say(numbered('a', 20, 10)));
      await allSent();
      const records = await world.everything(THINGS);
      expect(firstOfEach(records).get('a')).toEqual(numbers(0, 30));
      expect(records).toHaveLength(point === 'relay: after send' ? 40 : 30);
    },
  );

  it('goes on with two others while a process that holds buckets is stopped, and that one does no harm afterwards', async () => {
    const warm = relay();
    warm.wake(await world.say(Array.from({ length: 40 }, (_, i) => numbered(`warm ${i}`, 0, 1)).flat()));
    await warm.stop();
    await world.say(numbered('a', 0, 10));
    const { databaseUrl, namespace } = world;
    const env = { RIDE_NAMESPACE: namespace, DATABASE_URL: databaseUrl, STOP_AT: 'relay: after read' };
    const stopped = SourceProcess.start('relay-process.ts', env);
    try {
      await stopped.told('relay: after read');
      const others = [relay(), relay()];
      for (const [n, other] of others.entries()) other.wake(await world.say(numbered('a', 10 + 10 * n, 10)));
      // The server ends the stopped process's session after 5 s, and with it the locks.
      await allSent();
      stopped.signal('SIGCONT');
      // It finds out that what it has read is no longer its own; else it would send it.
      await Promise.race([stopped.told('the relay waits'), stopped.told('relay: after send')]);
      await world.say(numbered('a', 30, 10));
      await allSent();
      const of = (await world.everything(THINGS)).filter(({ key }) => String(key) === 'a');
      expect(of.map(({ value }) => String(value))).toEqual(numbers(0, 40));
    } finally {
      await stopped.end();
    }
  });
});
