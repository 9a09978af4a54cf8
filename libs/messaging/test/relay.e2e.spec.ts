import { Relay } from '../src/relay/relay.js';
import type { RelayMetrics } from '../src/relay/options.js';
import { eventually, logger, LogWorld } from './support/log-world.js';
import { firstOfEach, numbered, numbers, THINGS } from './support/numbered.js';

/** What it promises is shown in promises/01-*.e2e.spec.ts. */
describe('the relay', () => {
  let world: LogWorld;
  const relays: Relay[] = [];
  const relay = (metrics: RelayMetrics = {}): Relay => {
    const { databaseUrl, log, namespace } = world;
    const made = new Relay({ databaseUrl, log, namespace, logger, metrics });
    relays.push(made);
    made.start();
    return made;
  };

  beforeEach(async () => {
    world = await LogWorld.open({ [THINGS]: 4 });
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((one) => one.stop()));
    await world.close();
  });

  it('puts a record that is too large aside: its key waits, the others go on', async () => {
    const refused: string[] = [];
    const running = relay({ refused: (topic) => refused.push(topic) });
    const large = { topic: THINGS, key: 'large', value: Buffer.alloc(1_100_000) };
    const facts = [...numbered('large', 0, 2), large, ...numbered('large', 2, 3), ...numbered('small', 0, 50)];
    running.wake(await world.say(facts));
    running.wake(await world.say(numbered('large', 5, 1)));
    running.wake(await world.say(numbered('small', 50, 50)));
    await eventually(async () => (await world.outbox()) === 4);
    const byKey = firstOfEach(await world.everything(THINGS));
    expect(byKey.get('large')).toEqual(['000000', '000001']);
    expect(byKey.get('small')).toHaveLength(100);
    expect(refused).toEqual([THINGS]);
    const { rows } = await world.pool.query('SELECT topic, key, length(value) AS length, reason FROM outbox_refused');
    expect(rows).toEqual([
      { topic: THINGS, key: Buffer.from('large'), length: 1_100_000, reason: expect.stringContaining('larger than') },
    ]);
    expect(running.health()).toMatchObject({ ok: true, refused: 1, reason: expect.stringContaining('outbox_refused') });
    // What waits behind it is old by intention.
    await eventually(() => running.health().oldestMs === null);
    // An operator lets go of it: what waited behind goes on, in order.
    await world.pool.query('DELETE FROM outbox_refused');
    await eventually(async () => (await world.outbox()) === 0);
    expect(firstOfEach(await world.everything(THINGS)).get('large')).toEqual(numbers(0, 6));
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
    expect(await world.everything(THINGS)).toHaveLength(10_000);
  });
});
