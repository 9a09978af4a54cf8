import { RideAccepted } from '@ride/events';
import { settings } from '@ride/configuration';
import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup.js';
import { crashPoints } from '../src/crash-points.js';
import { about, AT_ONCE, EffectsWorld, offerOf, type Said } from './support/effects-world.js';
import { SourceProcess } from './support/source-process.js';
import { standStill } from './support/standing-still.js';
import { until } from './support/small-service.js';

const GROUP = 'notification.calls';
/** So long after a heartbeat a member is certain of what it has. */
const CERTAIN_MS = 5_000;

describe('effects of an instance that gives its work away', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
  });
  afterAll(() => world.close());

  /** How many partitions each instance has of the effect. */
  const shares = () =>
    world.instances.map(
      ({ runtime }) => runtime.health().consumers.find(({ groupId }) => groupId.endsWith(GROUP))!.partitions,
    );
  const shared = (...expected: readonly number[]) =>
    until(
      () => Promise.resolve(shares()),
      (found) => found.join() === expected.join(),
    );
  const lag = async (): Promise<number> => {
    const { namespace } = settings();
    const admin = await world.saying.log.admin();
    try {
      const topic = namespace + RideAccepted.topic.name;
      const [ends, committed] = [await admin.endOffsets(topic), await admin.committed(namespace + GROUP, [topic])];
      return committed.reduce(
        (sum, { partition, offset }) => sum + Number(ends.get(partition)) - Math.max(0, Number(offset)),
        0,
      );
    } finally {
      await admin.close();
    }
  };

  it('end at a stop, are marked and committed; what had not begun is called by the next instance, nothing twice', async () => {
    const rides = Array.from({ length: 2 * AT_ONCE }, () => about(RideAccepted, 2));
    const holds = rides.map(([first]) => world.hold(first!));
    await world.say(...rides.flat());
    const begun = () => Promise.resolve(world.calls(...rides.flat()).length);
    await until(begun, (n) => n === AT_ONCE);
    const stopped = world.replace();
    for (const { go } of holds) go();
    await stopped;
    await world.allMarked(...rides.flat());
    for (const ride of rides) expect(world.calls(...ride).map(({ offerId }) => offerId)).toEqual(ride.map(offerOf));
    await until(lag, (n) => n === 0);
  });

  it('are aborted when they don’t end in time: nobody’s attempt, and called by the next instance', async () => {
    const [hanging, deaf] = [about(RideAccepted, 2), about(RideAccepted, 1)];
    world.hang(hanging[0]!);
    const { go } = world.hold(deaf[0]!);
    await world.say(...hanging, ...deaf);
    await world.called(hanging[0]!);
    await world.called(deaf[0]!);
    const replaced = world.replace();
    // Only the calls of now hang.
    world.when(hanging[0]!, () => undefined);
    await replaced;
    await world.called(hanging[0]!, 2);
    await world.called(deaf[0]!, 2);
    go();
    await world.allMarked(...hanging, ...deaf);
    expect(world.calls(...hanging, ...deaf).map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 1]);
    expect(world.calls(...hanging).at(-1)!.offerId).toBe(offerOf(hanging[1]!));
    expect([...(await world.failed(hanging[0]!)), ...(await world.failed(deaf[0]!))]).toEqual([]);
  });

  it('are waited for before another instance gets their keys', async () => {
    const rides = Array.from({ length: AT_ONCE }, () => about(RideAccepted, 2));
    // These calls succeed when they are told to end, which is as late as they can.
    for (const [first] of rides)
      world.when(first!, ({ signal }) => new Promise((end) => signal.addEventListener('abort', () => end())));
    await world.say(...rides.flat());
    await until(
      () => Promise.resolve(world.calls(...rides.flat()).length),
      (n) => n === AT_ONCE,
    );
    for (const [first] of rides) world.when(first!, () => undefined);
    await world.start();
    await shared(6, 6);
    await world.allMarked(...rides.flat());
    for (const ride of rides) expect(world.calls(...ride).map(({ offerId }) => offerId)).toEqual(ride.map(offerOf));
    await world.stop();
    await shared(12);
  });

  it('begin no more in a process that was stopped for longer than a session: its keys are another’s by then', async () => {
    const process = SourceProcess.start('effects-process.ts', {});
    await process.told('listens');
    await shared(6);
    const all = Array.from({ length: 300 }, () => about(RideAccepted, 1)[0]!);
    await world.say(...all);
    await until(
      () => Promise.resolve(process.all.size),
      (told) => told > 2 * AT_ONCE,
    );
    process.signal('SIGSTOP');
    await shared(12);
    await world.allMarked(...all);
    const told = process.all.size;
    process.signal('SIGCONT');
    await shared(6);
    process.signal('SIGTERM');
    await shared(12);
    await process.end();
    expect(process.all.size).toBe(told);
    const calls = world.calls(...all).map(({ offerId }) => offerId);
    // What was under way when it was stopped is called again, and what it had not yet written down.
    expect(new Set(calls).size + told - 1).toBeGreaterThanOrEqual(all.length);
    expect(calls.length + told - 1 - all.length).toBeLessThanOrEqual(2 * AT_ONCE);
  });

  it('begin no more in a member that is not confirmed any more, though what it fetches is answered', async () => {
    const kafkajs = ConsumerGroup.prototype as unknown as { groupId: string; heartbeat(asked: object): Promise<void> };
    const { heartbeat } = kafkajs;
    const all = Array.from({ length: 2 * AT_ONCE }, () => about(RideAccepted, 1)[0]!);
    const holds = all.map((said) => world.hold(said));
    await world.say(...all);
    const begun = () => Promise.resolve(world.calls(...all).length);
    await until(begun, (n) => n === AT_ONCE);
    kafkajs.heartbeat = async () => undefined;
    const unheardSince = Date.now();
    await until(
      () => Promise.resolve(Date.now() - unheardSince),
      (ms) => ms > CERTAIN_MS,
    );
    for (const { go } of holds) go();
    await until(
      () => world.marked(...all),
      (marked) => marked >= AT_ONCE,
    );
    expect(await begun()).toBe(AT_ONCE);
    kafkajs.heartbeat = heartbeat;
    await world.allMarked(...all);
    expect(await begun()).toBe(all.length);
  });

  it.each([1, 2])('say once what two of them have done at the attempt %i', async (number) => {
    const [said] = about(RideAccepted, 1) as [Said];
    const { promise: stands, resolve: stand } = Promise.withResolvers<ReturnType<typeof standStill>>();
    let isFirst = true;
    world.when(said, ({ attempt }) => {
      if (attempt < number) throw new Error('503');
      if (isFirst) stand(standStill('effect: before it is marked done'));
      isFirst = false;
    });
    await world.say(said);
    const { stuck, resume } = await stands;
    await stuck;
    // Both go on, one of them with the fact's partition: nothing is marked, so it calls again.
    await world.start();
    await world.called(said, number + 1);
    await world.answers(said);
    const { promise: late, resolve } = Promise.withResolvers<void>();
    crashPoints.reached = (point) => void (point === 'unit: after commit' && resolve());
    resume();
    await late;
    crashPoints.reached = undefined;
    await world.allHeard();
    expect(await world.answers(said)).toHaveLength(1);
    await world.stop();
    await shared(12);
  });
});
