import { startConsumer } from '../../src/consumer/consumer.js';
import type { RunningConsumer } from '../../src/consumer/options.js';
import { BrokerLook } from '../../src/health/broker-look.js';
import type { TroubleCode } from '../../src/index.js';
import { CarefulProducer } from '../../src/log/careful-producer.js';
import type { Log, LogConsumer } from '../../src/log/port.js';
import { eventually, logger, LogWorld } from '../support/log-world.js';
import { THINGS } from '../support/numbered.js';
import { promise } from './promises.js';

const PATIENCE_MS = 30_000;

/** That it takes 30 s where nothing is said is told by src/consumer/progress.spec.ts. */
describe(promise(10), () => {
  let world: LogWorld;
  let producer: CarefulProducer;
  let consumer: RunningConsumer;
  /** What the consumer has of the log: it does not know what is done to it. */
  let member: LogConsumer;
  let look: BrokerLook;

  beforeEach(async () => {
    world = await LogWorld.open({ [THINGS]: 2 });
    producer = new CarefulProducer(world.log);
    look = new BrokerLook(world.log, logger);
    look.start();
  });
  afterEach(async () => {
    await Promise.all([consumer.stop(), look.stop(), producer.close()]);
    await world.close();
  });

  const consume = async (hear: () => Promise<void>): Promise<void> => {
    const log: Log = { ...world.log, consumer: (options) => (member = world.log.consumer(options)) };
    const about = { log, groupId: world.group(), topics: [world.namespace + THINGS], logger };
    consumer = startConsumer({ ...about, hear, stuckAfterMs: 1_000 });
    look.add(consumer);
    await consumer.joined();
  };
  const say = (partition: number): Promise<void> =>
    producer.send([{ topic: world.namespace + THINGS, partition, key: null, value: Buffer.from('x'), headers: [] }]);
  const codes = () => consumer.troubles().map(({ code }) => code);
  const until = (code: TroubleCode | null) => eventually(() => codes().join() === (code ?? ''), PATIENCE_MS);

  it('is not ready when a partition with waiting records moves no more, and names it', async () => {
    let heard = 0;
    await consume(async () => void (heard += 1));
    await say(0);
    await eventually(() => heard === 1);
    await eventually(() => Object.keys(consumer.health().lag).length === 2, PATIENCE_MS);
    member.pause([world.namespace + THINGS]);
    await say(1);
    await until('partition_stuck');
    expect(consumer.troubles()[0]?.what).toContain(`${world.namespace}${THINGS}/1.`);
    expect(consumer.health().lag).toEqual({
      [`${world.namespace}${THINGS}/0`]: 0,
      [`${world.namespace}${THINGS}/1`]: 1,
    });
    member.resume([world.namespace + THINGS]);
    await until(null);
  });

  it('is not ready when a unit of work does not end', async () => {
    const end = Promise.withResolvers<void>();
    await consume(() => end.promise);
    await say(0);
    await until('unit_stuck');
    end.resolve();
    await until(null);
  });
});
