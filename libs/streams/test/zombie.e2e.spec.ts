import { CameLate, Counted, Visited } from '../src/testing/support/shop.js';
import { visitors } from './support/apps.js';
import { expected } from './support/expected.js';
import { Instance } from './support/instance.js';
import { eventually, ShopWorld } from './support/shop-world.js';

/** More than one batch holds: else a batch that comes too late would be a whole state, only older, and do no harm. */
const VISITORS = 5_000;
const LONG = 60_000;
const REPARTITIONED = 'visitors-visitor-repartition';

// Kills at random do not notice a missing check of epochs; this does.
describe('an owner that is stopped right before an append', () => {
  let world: ShopWorld;
  const instances: Instance[] = [];
  const start = (stopBefore?: number): Instance => {
    const instance = Instance.start(stopBefore === undefined ? {} : { stopBefore });
    instances.push(instance);
    return instance;
  };
  const visits = (at: number) =>
    world.say(
      ...Array.from(
        { length: VISITORS },
        (_, n) => [Visited({ shop: `s${n % 50}`, visitor: `v${n}`, spent: 1 }), at] as const,
      ),
    );
  const hasRead = ({ tasks }: Instance, count: number) =>
    tasks.some(({ position, lag }) => (position[REPARTITIONED] ?? 0) >= count && lag[REPARTITIONED] === 0);

  beforeEach(async () => {
    world = await ShopWorld.open({ partitions: 1 });
  });
  afterEach(async () => {
    for (const instance of instances.splice(0)) await instance.kill();
    await world.close();
  });

  it('and wakes when another has gone on from where it was: what it appends counts for nothing', async () => {
    const a = start(500);
    await a.running;
    await visits(1_000);
    await a.stopped;
    const b = start();
    await eventually(() => hasRead(b, VISITORS), Boolean, LONG);
    await visits(2_000);
    await eventually(() => hasRead(b, 2 * VISITORS), Boolean, LONG);
    a.signal('SIGCONT');
    await a.appended;
    await Promise.all([a.kill(), b.kill()]);

    const c = start();
    await world.say([Visited({ shop: 's0', visitor: 'end', spent: 0 }), 90_000]);
    const lost = () => c.tasks.flatMap((task) => (task.lost ? [task.lost] : []));
    // Repeats are in the topic, too: that all of it was read does not say that the last visit was.
    const hasSeenTheEnd = () => c.tasks.some(({ streamTime }) => Object.values(streamTime).includes(90_000));
    await eventually(
      () => c.tasks,
      () => lost().length > 0 || hasSeenTheEnd(),
      LONG,
    );
    expect(lost()).toEqual([]);
    const wanted = await expected(world, visitors('local'), 1);
    const said = await world.until(Counted, (all) => all.length >= wanted.size);
    expect(new Set(said.map(({ data }) => data['count']))).toEqual(new Set([2]));
    expect(new Map(said.map(({ id, data }) => [id, data] as const).sort())).toEqual(new Map([...wanted].sort()));
    expect(await world.said(CameLate)).toEqual([]);
  }, 240_000);
});
