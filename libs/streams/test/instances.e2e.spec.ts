import { Counted, Visited } from '../src/testing/support/shop.js';
import type { Streams } from '../src/streams.js';
import { visitors } from './support/apps.js';
import { eventually, ShopWorld } from './support/shop-world.js';

describe('several instances', () => {
  let world: ShopWorld;
  let apps: Streams[];
  const start = async (address: string): Promise<Streams> => {
    const app = visitors('local', { idle: true });
    apps.push(app);
    await app.start({ service: 'booking', address });
    return app;
  };
  const isRunning = (app: Streams, tasks: number) => {
    const { tasks: own } = app.health();
    return own.length === tasks && own.every(({ state }) => state === 'running');
  };
  const visit = (visitor: string, at: number) => [Visited({ shop: 'a', visitor, spent: 1 }), at] as const;
  const VISITORS = Array.from({ length: 20 }, (_, n) => `v${n}`);

  beforeEach(async () => {
    world = await ShopWorld.open();
    apps = [];
  });
  afterEach(async () => {
    for (const app of apps) await app.stop();
    await world.close();
  });

  it('share the tasks; state follows its task, and each result is said once', async () => {
    const a = await start('http://a');
    await eventually(() => isRunning(a, 8), Boolean);
    await world.say(...VISITORS.map((visitor) => visit(visitor, 1_000)));
    await eventually(
      () => VISITORS.map((visitor) => a.read('visits', visitor)),
      (found) => found.every((one) => JSON.stringify(one).includes('"count":1')),
    );
    const b = await start('http://b');
    await eventually(() => isRunning(a, 4) && isRunning(b, 4), Boolean);
    await world.say(...VISITORS.map((visitor) => visit(visitor, 2_000)));
    // What is not here is there, and each knows where.
    const whole = await eventually(
      () => VISITORS.map((visitor) => [a.read('visits', visitor), b.read('visits', visitor)]),
      (found) => found.every((both) => both.some((one) => JSON.stringify(one).includes('"count":2'))),
    );
    expect(
      new Set(
        whole.map((both) =>
          both
            .map(({ is }) => is)
            .sort()
            .join(),
        ),
      ),
    ).toEqual(new Set(['elsewhere,here']));
    const addresses = whole.flat().flatMap((one) => (one.is === 'elsewhere' ? [one.address] : []));
    expect(new Set(addresses)).toEqual(new Set(['http://a', 'http://b']));
    await apps.shift()!.stop();
    await eventually(() => isRunning(b, 8), Boolean);
    await world.say(...VISITORS.map((visitor) => visit(visitor, 60_000)));
    const said = await world.until(Counted, (all) => all.length >= VISITORS.length);
    expect(said.map(({ key, data }) => `${key} ${String(data['count'])}`).sort()).toEqual(
      VISITORS.map((visitor) => `${visitor} 2`).sort(),
    );
  });

  it('windows that are pending close when nothing flows: within size and grace and two seconds', async () => {
    const app = await start('http://a');
    await world.say(visit('v', 1_000));
    await eventually(
      () => app.read('visits', 'v'),
      (found) => JSON.stringify(found).includes('"count":1'),
    );
    const begin = performance.now();
    const [said] = await world.until(Counted, (all) => all.length === 1);
    expect(said).toMatchObject({ key: 'v', data: { start: 0, count: 1 } });
    const took = performance.now() - begin;
    expect(took).toBeGreaterThan(15_000 - 1_000);
    expect(took).toBeLessThan(15_000 + 4_000);
  });
});
