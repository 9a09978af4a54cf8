import { Grow, type GrowOptions } from '../src/growing/grow.js';
import { settings } from '@ride/configuration';
import { findTopics } from '../src/log/admin.js';
import { connect } from '../src/log/connect.js';
import type { Streams } from '../src/streams.js';
import { CameLate, Counted, Visited } from '../src/testing/support/shop.js';
import { LiveFeed } from './chaos/live-feed.js';
import { towns, visitors } from './support/apps.js';
import { eventually, ShopWorld } from './support/shop-world.js';

const LONG = 90_000;
const NEXT = 'visits.v2';
const name = 'growing';

describe('an application grows', () => {
  let world: ShopWorld;
  let apps: Streams[];
  let told: string[];
  const start = async (): Promise<void> => {
    const app = visitors('local', { name, idle: true });
    apps.push(app);
    await app.start({ service: 'booking' });
  };
  const grow = (options: Partial<GrowOptions> = {}) =>
    new Grow(visitors('local', { name, idle: true }).topology, {
      ...{ partitions: 8, yes: true, switched: false, undo: false, say: (line) => told.push(line) },
      ...options,
    }).run();
  const topics = async () => {
    const names = [NEXT, `${name}-8-1-changelog`].map((one) => world.physical(one));
    return [...(await findTopics(connect(settings().kafka, 'test'), names)).keys()].length;
  };

  beforeEach(async () => {
    world = await ShopWorld.open();
    [apps, told] = [[], []];
    await start();
  });
  afterEach(async () => {
    for (const app of apps) await app.stop();
    await world.close();
  });

  it('under load: every visit is counted once, or said to be late once', async () => {
    await start();
    const feed = new LiveFeed(world, Math.random);
    feed.start();
    try {
      await eventually(
        () => world.said(Counted),
        (said) => said.length > 0,
        LONG,
      );
      await grow();
      await grow();
      await feed.switchTo(NEXT);
      await grow({ switched: true });
      await feed.more(3_000);
    } finally {
      await feed.stop();
    }
    // What is pending closes when it is quiet.
    const counted = async () => {
      const [results, late] = [await world.said(Counted), await world.said(CameLate)];
      return results.reduce((sum, { data }) => sum + Number(data['count']), 0) + late.length;
    };
    expect(await eventually(counted, (count) => count >= feed.said, LONG)).toBe(feed.said);
    const results = await world.said(Counted);
    expect(new Set(results.map(({ key, data }) => `${key} ${String(data['start'])}`)).size).toBe(results.length);
    expect((await world.said(CameLate)).length).toBeGreaterThan(100);
    expect(apps.flatMap((app) => app.health().tasks).filter(({ id }) => id.startsWith('1_'))).toHaveLength(8);
    await grow({ switched: true });
    expect(told.at(-1)).toMatch(/nothing left to do/);
    await expect(grow({ undo: true })).rejects.toMatchObject({ code: 'grow_refused' });
  }, 400_000);

  it('as far as it is told, and back again', async () => {
    const visit = (at: number) => world.say([Visited({ shop: 'a', visitor: 'v', spent: 1 }), at]);
    await visit(1_000);
    await grow({ yes: false });
    expect([told.at(-1), await topics()]).toEqual([expect.stringContaining('--yes'), 0]);
    await grow();
    expect(await topics()).toBe(2);
    await expect(grow({ partitions: 16 })).rejects.toMatchObject({ code: 'grow_refused' });
    await grow({ undo: true });
    await eventually(topics, (count) => count === 0, LONG);
    // It closes what is quiet again, which it did not while its heir learned.
    await visit(2_000);
    const said = await world.until(Counted, (all) => all.length > 0);
    expect(said.map(({ data }) => data['count'])).toEqual([2]);
  }, 240_000);

  it('not when it could not', async () => {
    await expect(grow({ partitions: 4 })).rejects.toMatchObject({ code: 'grow_refused' });
    const other = (app: Streams) => () =>
      new Grow(app.topology, { partitions: 8, yes: true, switched: false, undo: false, say: () => undefined });
    const refused = expect.objectContaining({ code: 'grow_unsupported' }) as Error;
    expect(other(towns('local'))).toThrow(refused);
    expect(other(visitors('postgres'))).toThrow(refused);
  });
});
