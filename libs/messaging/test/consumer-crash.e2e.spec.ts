import { settings } from '@ride/configuration';
import { DriverMoved, RideAccepted, RideDeclined } from '@ride/events';
import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup.js';
import { v7 } from 'uuid';
import { Effect, Follow, On, type Heard } from '../src/index.js';
import { startConsumer } from '../src/consumer/consumer.js';
import { eventually, logger, LogWorld } from './support/log-world.js';
import { createDatabase, dropDatabase, ownNamespace, Saying, smallService } from './support/small-service.js';

/** What happens instead of a group's next fetch: nothing that kafkajs knows how to go on from. */
const instead = new Map<string, () => Promise<unknown>>();
/** Groups that a member has left. */
const left = new Set<string>();
const kafkajs = ConsumerGroup.prototype as unknown as {
  groupId: string;
  fetch(node: string): Promise<unknown>;
  leave(): Promise<void>;
};
const { fetch, leave } = kafkajs;
kafkajs.fetch = function failing(this: typeof kafkajs, node) {
  const fails = instead.get(this.groupId);
  instead.delete(this.groupId);
  return fails ? fails() : fetch.call(this, node);
};
kafkajs.leave = async function leaving(this: typeof kafkajs) {
  await leave.call(this);
  left.add(this.groupId);
};
const crash = () => Promise.reject(new TypeError('a fault of kafkajs'));

/** By the ids of offers, and of drivers who moved: handled, and to fail first. */
const handled = new Set<string>();
const failsFirst = new Set<string>();
function handle(id: string): void {
  if (failsFirst.delete(id)) throw new Error('not yet');
  handled.add(id);
}
class Handlers {
  @On(RideAccepted)
  async accepted({ data }: RideAccepted): Promise<void> {
    handle(data.offerId);
  }
  @Effect({ name: 'calls', deadlineMs: 5_000, greatestAgeMs: 3_600_000, retry: { backoff: [20] } }, RideDeclined)
  async declined({ data }: Heard<typeof RideDeclined>): Promise<void> {
    handle(data.offerId);
  }
  @Follow(DriverMoved)
  async moved(facts: readonly DriverMoved[]): Promise<void> {
    for (const { data } of facts) handle(data.driverId);
  }
}

describe('a consumer of a service that crashes', () => {
  let saying: Saying;

  beforeAll(async () => {
    ownNamespace({ RIDE_RETRY_BACKOFF_MS: '20' });
    await createDatabase();
    saying = await Saying.open();
  });
  afterAll(async () => {
    await saying.close();
    await dropDatabase();
  });

  it('is made anew, whichever of them it is, and hears on', async () => {
    const { app, runtime } = await smallService(Handlers, 'SELECT');
    await app.listen();
    const groups = runtime.health().consumers.map(({ groupId }) => groupId);
    const names = ['booking', 'booking.calls', 'booking.calls.retry', 'booking.follow', 'booking.retry'];
    expect(groups.toSorted()).toEqual(names.map((name) => settings().namespace + name));
    const ids = Array.from({ length: 5 }, () => v7());
    const [heard, retried, called, calledAgain, moved] = ids as [string, string, string, string, string];
    failsFirst.add(retried).add(calledAgain);

    for (const each of groups) instead.set(each, crash);
    await eventually(() => instead.size === 0);
    const ride = () => ({ rideId: v7(), driverId: v7() });
    const location = { lat: 0, lng: 0 };
    const facts = [
      ...[heard, retried].map((offerId) => RideAccepted({ ...ride(), offerId })),
      ...[called, calledAgain].map((offerId) => RideDeclined({ ...ride(), offerId })),
      DriverMoved({ driverId: moved, location, area: 'here' }),
    ];
    await saying.say(facts.map((fact) => ({ fact })));
    await eventually(() => ids.every((id) => handled.has(id)));
    await eventually(() => runtime.health().consumers.every(({ ok }) => ok));
    await app.close();
  });
});

describe('a consumer of which kafkajs waits for ever for what it fetches', () => {
  const TOPIC = 'things';
  let world: LogWorld;

  beforeAll(async () => {
    world = await LogWorld.open({ [TOPIC]: 3 });
  });
  afterAll(() => world.close());

  /** A consumer whose fetch waits until it is let go. */
  async function hanging(hear: (values: readonly string[]) => void) {
    const groupId = world.group();
    const running = startConsumer({
      log: world.log,
      topics: [world.namespace + TOPIC],
      groupId,
      logger,
      replaceAfterMs: 1_500,
      hear: async (records) => hear(records.map(({ value }) => String(value))),
    });
    await running.joined();
    const { promise, resolve } = Promise.withResolvers<never[]>();
    instead.set(groupId, () => promise);
    await eventually(() => !instead.has(groupId));
    return { groupId, running, go: () => resolve([]) };
  }

  it('is made anew, though the old one can’t even end', async () => {
    const heard: string[] = [];
    const { groupId, running, go } = await hanging((values) => heard.push(...values));
    const producer = await world.log.producer();
    await producer.send([{ topic: world.namespace + TOPIC, key: null, value: Buffer.from('heard'), headers: [] }]);
    await producer.close();
    await eventually(() => heard.includes('heard'));
    // The old one goes on at last, in a group in which another has its place: it hears nothing, and leaves.
    go();
    await eventually(() => left.has(groupId));
    await eventually(async () => (await world.members(groupId)) === 1);
    await running.stop();
    expect(heard).toEqual(['heard']);
  });

  it('holds up no stop of its service', async () => {
    const { groupId, running, go } = await hanging(() => undefined);
    await running.stop();
    expect(left.has(groupId)).toBe(false);
    go();
    await eventually(() => left.has(groupId));
  });
});
