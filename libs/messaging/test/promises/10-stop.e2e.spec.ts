import { setTimeout as sleep } from 'node:timers/promises';
import { startConsumer } from '../../src/consumer/consumer.js';
import type { ConsumerSettings, RunningConsumer } from '../../src/consumer/options.js';
import { crashPoints } from '../../src/crash-points.js';
import { CarefulProducer } from '../../src/log/careful-producer.js';
import type { LogRecord } from '../../src/log/port.js';
import { acceptances, Ledger, offerOf, rideOf, type Acceptance } from '../support/ledger.js';
import { eventually, logger, LogWorld } from '../support/log-world.js';
import { THINGS } from '../support/numbered.js';
import type { LogTap } from '../support/log-tap.js';
import { until } from '../support/small-service.js';
import { standStill } from '../support/standing-still.js';
import { promise } from './promises.js';

const PARTITIONS = 6;

/** When a consumer is no longer ready is told by its own test, src/consumer/progress.spec.ts: it takes half a minute. */
describe(promise(10), () => {
  let world: LogWorld;
  let producer: CarefulProducer;
  const consumers: RunningConsumer[] = [];
  const consume = (settings: Partial<ConsumerSettings> & Pick<ConsumerSettings, 'hear' | 'groupId'>) => {
    const made = startConsumer({ log: world.log, topics: [world.namespace + THINGS], logger, ...settings });
    consumers.push(made);
    return made;
  };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const say = (from: number, count: number): Promise<void> =>
    producer.send(
      upTo(count).map((n) => ({
        topic: world.namespace + THINGS,
        key: Buffer.from(`key ${(from + n) % 40}`),
        value: Buffer.from(String(from + n)),
        headers: [],
      })),
    );
  const sorted = (records: readonly LogRecord[]): number[] =>
    records.map(({ value }) => Number(String(value))).sort((a, b) => a - b);

  beforeEach(async () => {
    world = await LogWorld.open({ [THINGS]: PARTITIONS });
    producer = new CarefulProducer(world.log);
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((one) => one.stop()));
    await producer.close();
    await world.close();
  });

  it('leaves the group at once when it stops, and its successor hears nothing twice', async () => {
    const groupId = world.group();
    const byFirst: LogRecord[] = [];
    const bySecond: LogRecord[] = [];
    const order: string[] = [];
    const first = consume({ groupId, hear: async (records) => void byFirst.push(...records) });
    await first.joined();
    await say(0, 300);
    await eventually(() => byFirst.length === 300);
    const second = consume({ groupId, hear: async (records) => void bySecond.push(...records) });
    await eventually(
      () => second.health().partitions === PARTITIONS / 2 && first.health().partitions === PARTITIONS / 2,
    );
    await say(300, 300);
    await eventually(() => byFirst.length + bySecond.length === 600);
    const silence = new Promise((resolve) => setTimeout(resolve, 6_000)).then(() => order.push('a session would end'));
    await first.stop().then(() => order.push('stopped'));
    await eventually(() => second.health().partitions === PARTITIONS).then(() => order.push('taken over'));
    await silence;
    expect(order).toEqual(['stopped', 'taken over', 'a session would end']);
    await say(600, 300);
    await eventually(() => byFirst.length + bySecond.length === 900);
    expect(sorted([...byFirst, ...bySecond])).toEqual(upTo(900));
  });

  it('gives partitions away when what is in hand has ended and is committed: their next member hears nothing twice', async () => {
    await say(0, 400);
    const groupId = world.group();
    const byFirst: LogRecord[] = [];
    const bySecond: LogRecord[] = [];
    let atWork = 0;
    const first = consume({
      groupId,
      batch: 10,
      hear: async (records) => {
        atWork += 1;
        // It learns of the other within a second; all of them would take three.
        await sleep(300);
        byFirst.push(...records);
        atWork -= 1;
      },
    });
    await eventually(() => atWork > 0);
    const second = consume({ groupId, hear: async (records) => void bySecond.push(...records) });
    await second.joined();
    expect(atWork).toBe(0);
    await eventually(() => byFirst.length + bySecond.length >= 400);
    expect(sorted([...byFirst, ...bySecond])).toEqual(upTo(400));
    expect(bySecond.length).toBeGreaterThan(0);
    expect([first, second].map((one) => one.health().partitions)).toEqual([PARTITIONS / 2, PARTITIONS / 2]);
  });

  it('stops in the middle of a unit: ends it, commits it, and leaves the rest to others', async () => {
    await say(0, 200);
    const groupId = world.group();
    const heard: LogRecord[] = [];
    const inHand = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const first = consume({
      groupId,
      batch: 20,
      partitionsAtOnce: 1,
      hear: async (records) => {
        inHand.resolve();
        await release.promise;
        heard.push(...records);
      },
    });
    await inHand.promise;
    const stopped = first.stop();
    release.resolve();
    await stopped;
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(200);
    consume({ groupId, hear: async (records) => void heard.push(...records) });
    await eventually(() => heard.length >= 200);
    expect(sorted(heard)).toEqual(upTo(200));
  });
});

describe(promise(10), () => {
  let ledger: Ledger;
  let tap: LogTap;

  beforeAll(async () => {
    ledger = await Ledger.open();
    tap = await ledger.tap('rides.v1');
  });
  afterAll(async () => {
    crashPoints.reached = undefined;
    await tap.stop();
    await ledger.close();
  });

  it('ends what is in hand, commits it and is out of the group when the service has stopped', async () => {
    const [trial, first, inHand, later] = acceptances(4) as [Acceptance, Acceptance, Acceptance, Acceptance];
    const rideId = rideOf(first);
    const service = ledger.first;
    // The first unit of a partition ends only when it is committed.
    await ledger.saying.say([trial]);
    await ledger.allSeen(rideId, 1);
    await ledger.caughtUp('booking', 'rides.v1');
    // The commit of what came first is on its way all the while, so that what is in hand needs another.
    const commit = standStill('consumer: before an offset commit');
    await ledger.saying.say([first]);
    await commit.stuck;
    const { go } = ledger.hold(inHand);
    await ledger.saying.say([inHand]);
    await until(
      () => Promise.resolve(ledger.begun(inHand)),
      ({ length }) => length > 0,
    );
    const stopped = ledger.stop(service);
    go();
    await ledger.allSeen(rideId, 3);
    commit.resume();
    await stopped;
    for (const group of ['booking', 'booking.retry']) expect(await ledger.members(group)).toBe(0);
    const { partition, offset } = await tap.find('rides.v1', ({ headers }) => headers['ce_id'] === inHand.id);
    const stands = (await ledger.offsets('booking', 'rides.v1')).find((at) => at.partition === partition);
    expect(stands?.committed).toBeGreaterThan(Number(offset));

    await ledger.start();
    await ledger.saying.say([later]);
    expect(await ledger.allSeen(rideId, 4)).toEqual([trial, first, inHand, later].map(offerOf));
    expect(ledger.begun(inHand)).toHaveLength(1);
  });
});
