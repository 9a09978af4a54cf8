import { startConsumer } from '../../src/consumer/consumer.js';
import { CarefulProducer } from '../../src/log/careful-producer.js';
import type { LogRecord } from '../../src/log/port.js';
import { acceptances, Ledger, offerOf, rideOf } from '../support/ledger.js';
import { eventually, logger, LogWorld } from '../support/log-world.js';
import { THINGS } from '../support/numbered.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

const PARTITIONS = [0, 1, 2, 3, 4, 5];

describe(promise(4), () => {
  let world: LogWorld;

  beforeAll(async () => {
    world = await LogWorld.open({ [THINGS]: PARTITIONS.length });
  });
  afterAll(() => world.close());

  it('stays in front of records that are at work, while those of other partitions are committed', async () => {
    const producer = new CarefulProducer(world.log);
    const topic = world.namespace + THINGS;
    const record = (n: number) => ({ topic, partition: n % 6, key: null, value: Buffer.from(String(n)), headers: [] });
    await producer.send(Array.from({ length: 600 }, (_, n) => record(n)));
    const groupId = world.group();
    const done: LogRecord[] = [];
    const doneOf = (partition: number) => done.filter((record) => record.partition === partition).length;
    const letGo = Promise.withResolvers<void>();
    const running = startConsumer({
      log: world.log,
      topics: [topic],
      logger,
      groupId,
      batch: 10,
      hear: async (records) => {
        if (records.some(({ partition }) => partition === 0) && doneOf(0) > 0) await letGo.promise;
        done.push(...records);
      },
    });
    await eventually(async () => {
      const committed = await world.committed(groupId, THINGS);
      for (const [partition, offset] of committed) expect(offset).toBeLessThanOrEqual(doneOf(partition));
      return PARTITIONS.slice(1).every((partition) => committed.get(partition) === 100);
    });
    expect((await world.committed(groupId, THINGS)).get(0)).toBe(10);
    letGo.resolve();
    await running.stop();
    // What was in hand at the stop was ended and committed; the rest was not begun.
    expect((await world.committed(groupId, THINGS)).get(0)).toBe(doneOf(0));
    await producer.close();
  });
});

describe(promise(4), () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await Ledger.open({ retry: { backoff: [50] } });
  });
  afterAll(() => ledger.close());

  it('waits with the partition when not even the parking can be written, and skips nothing', async () => {
    const facts = acceptances(2);
    const rideId = rideOf(facts[0]!);
    ledger.fail(facts[0]!, Number.POSITIVE_INFINITY);
    await ledger.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no parking' USING ERRCODE = 'unique_violation'; END $$`);
    await ledger.query('CREATE TRIGGER refuse BEFORE INSERT ON failed_fact FOR EACH ROW EXECUTE FUNCTION refuse()');
    await ledger.saying.say(facts);
    const isBehind = ({ committed, end }: { committed: number; end: number }) => committed < end;
    const [waiting, offsets] = await until(
      async () => [ledger.waiting(), await ledger.offsets('booking', 'rides.v1')] as const,
      ([reason, all]) => reason !== null || !all.some(isBehind),
    );
    expect(waiting).toBe('no parking');
    expect(offsets.filter(isBehind).map(({ committed, end }) => [committed, end])).toEqual([[0, 2]]);
    await ledger.query('DROP TRIGGER refuse ON failed_fact');
    ledger.fail(facts[0]!, 0);
    expect(await ledger.allSeen(rideId, 2)).toEqual(facts.map(offerOf));
    await ledger.caughtUp('booking', 'rides.v1');
  });
});
