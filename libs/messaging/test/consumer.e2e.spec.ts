import { startConsumer } from '../src/consumer/consumer.js';
import type { ConsumerSettings, RunningConsumer } from '../src/consumer/options.js';
import { CarefulProducer } from '../src/log/careful-producer.js';
import type { LogRecord } from '../src/log/port.js';
import { eventually, logger, LogWorld } from './support/log-world.js';
import { TcpProxy } from './support/tcp-proxy.js';

const TOPIC = 'things.v1';
const PARTITIONS = 6;

describe('the consumer', () => {
  let world: LogWorld;
  let producer: CarefulProducer;
  const consumers: RunningConsumer[] = [];
  const consume = (settings: Partial<ConsumerSettings> & Pick<ConsumerSettings, 'hear'>): RunningConsumer => {
    const topics = [world.namespace + TOPIC];
    const made = startConsumer({ log: world.log, groupId: world.group(), topics, logger, ...settings });
    consumers.push(made);
    return made;
  };
  const say = async (from: number, count: number): Promise<void> => {
    const records = Array.from({ length: count }, (_, i) => ({
      topic: world.namespace + TOPIC,
      key: Buffer.from(`key ${(from + i) % 40}`),
      value: Buffer.from(String(from + i)),
      headers: [],
    }));
    await producer.send(records);
  };
  const valuesOf = (records: readonly LogRecord[]): number[] => records.map(({ value }) => Number(String(value)));
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
  const expectOrderPerPartition = (records: readonly LogRecord[]): void => {
    for (const of of Map.groupBy(records, ({ partition }) => partition).values()) {
      const offsets = of.map(({ offset }) => Number(offset));
      expect(offsets).toEqual(sorted(offsets));
      expect(new Set(offsets).size).toBe(offsets.length);
    }
  };

  beforeEach(async () => {
    world = await LogWorld.open({ [TOPIC]: PARTITIONS });
    producer = new CarefulProducer(world.log);
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((one) => one.stop()));
    await producer.close();
    await world.close();
  });

  it('hears what was said before the first start of its group, in order, each record once', async () => {
    await say(0, 500);
    const heard: LogRecord[] = [];
    consume({ hear: async (records) => void heard.push(...records) });
    await eventually(() => heard.length === 500);
    await say(500, 500);
    await eventually(() => heard.length === 1_000);
    expect(sorted(valuesOf(heard))).toEqual(upTo(1_000));
    expectOrderPerPartition(heard);
  });

  it('gives units of at most the batch size, and of each partition one at a time', async () => {
    await say(0, 1_000);
    const inHand = new Set<number>();
    const sizes: number[] = [];
    let most = 0;
    let units = 0;
    consume({
      batch: 40,
      partitionsAtOnce: 3,
      hear: async (records) => {
        units += 1;
        most = Math.max(most, units);
        sizes.push(records.length);
        const partitions = new Set(records.map(({ partition }) => partition));
        for (const partition of partitions) {
          expect(inHand.has(partition)).toBe(false);
          inHand.add(partition);
        }
        await new Promise((resolve) => setImmediate(resolve));
        for (const partition of partitions) inHand.delete(partition);
        units -= 1;
      },
    });
    await eventually(() => sizes.reduce((sum, size) => sum + size, 0) === 1_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('waits in place when infrastructure is out of reach, says so, and then goes on without a gap', async () => {
    const heard: LogRecord[] = [];
    let down = true;
    let tries = 0;
    const groupId = world.group();
    const running = consume({
      groupId,
      hear: async (records) => {
        tries += 1;
        if (down) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
        heard.push(...records);
      },
    });
    await say(0, 300);
    await eventually(() => tries >= 3 && !running.health().ok);
    expect(running.health()).toMatchObject({ joined: true, reason: expect.stringContaining('out of reach') });
    const committed = await world.committed(groupId, TOPIC);
    expect([...committed.values()].every((offset) => offset === -1)).toBe(true);
    down = false;
    await eventually(() => heard.length === 300);
    await say(300, 100);
    await eventually(() => heard.length === 400 && running.health().ok);
    expect(sorted(valuesOf(heard))).toEqual(upTo(400));
    expectOrderPerPartition(heard);
  });

  it('keeps its place in the group while it waits longer than a session', async () => {
    const heard: LogRecord[] = [];
    const end = Date.now() + 9_000;
    const joins: string[] = [];
    const listening = { ...logger, info: (_: object, message: string) => void joins.push(message) };
    consume({
      logger: listening,
      hear: async (records) => {
        if (Date.now() < end) throw new Error('the database is out of reach');
        heard.push(...records);
      },
    });
    await say(0, 50);
    await eventually(() => heard.length === 50);
    expect(joins).toEqual(['joined the group']);
  });

  it('outlives more broken connections than kafkajs forgives, without losing a record', async () => {
    const proxy = await TcpProxy.to(world.brokerPort);
    const heard = new Set<number>();
    const running = consume({
      log: world.logWith({ socketFactory: proxy.socketFactory, requestTimeoutMs: 2_000 }),
      hear: async (records) => {
        for (const value of valuesOf(records)) heard.add(value);
      },
    });
    await running.joined();
    for (let round = 0; round < 10; round += 1) {
      await say(round * 50, 50);
      await eventually(() => heard.size === (round + 1) * 50);
      proxy.reset();
    }
    proxy.refuse();
    await eventually(() => !running.health().ok, 30_000);
    await say(500, 50);
    proxy.restore();
    await eventually(() => heard.size === 550 && running.health().ok, 30_000);
    await running.stop();
    await proxy.close();
  });
});
