import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CameLate, Counted, Visited } from '../src/testing/support/shop.js';
import { visitors } from './support/apps.js';
import { expected } from './support/expected.js';
import { Instance } from './support/instance.js';
import { eventually, ShopWorld, type Heard } from './support/shop-world.js';

const VISITORS = 40;
const END = 10_000_000;

describe('processes that are killed and stopped', () => {
  let world: ShopWorld;
  let folder: string;
  const instances = new Map<string, Instance>();
  const start = (name: string): Instance => {
    const instance = Instance.start({ folder: join(folder, name) });
    instances.set(name, instance);
    return instance;
  };
  let at = 0;
  /** Time goes on, with some that come in disorder and some too late. */
  const feed = (count: number) =>
    world.say(
      ...Array.from({ length: count }, () => {
        at += 20;
        const time = Math.max(0, at - (at % 7 === 0 ? 30_000 : at % 3 === 0 ? 4_000 : 0));
        return [Visited({ shop: `s${at % 50}`, visitor: `v${at % VISITORS}`, spent: at % 9 }), time] as const;
      }),
    );
  const says = async (): Promise<Map<string, unknown>> => {
    const all: Heard[] = [...(await world.said(Counted)), ...(await world.said(CameLate))];
    return new Map(all.map(({ id, data }) => [id, data]));
  };

  beforeEach(async () => {
    world = await ShopWorld.open();
    folder = await mkdtemp(join(tmpdir(), 'ride-streams-'));
    at = 0;
  });
  afterEach(async () => {
    for (const instance of instances.values()) await instance.kill();
    instances.clear();
    await world.close();
    await rm(folder, { recursive: true });
  });

  it('lose nothing, say nothing twice and nothing wrong', async () => {
    await Promise.all([start('a').running, start('b').running]);
    for (let round = 0; round < 6; round += 1) {
      await feed(400);
      const name = round % 2 === 0 ? 'a' : 'b';
      if (round % 3 === 2) {
        // A stopped process wakes after its tasks have gone to others.
        const stopped = instances.get(name)!;
        stopped.signal('SIGSTOP');
        await feed(400);
        await sleep(7_000);
        stopped.signal('SIGCONT');
        await feed(200);
      } else {
        await instances.get(name)!.kill();
        await feed(200);
        await start(name).running;
      }
    }
    // Every task's stream time goes to the end: what was pending is said, and this is not.
    const last = Array.from(
      { length: 60 },
      (_, n) => [Visited({ shop: `s${n}`, visitor: `end-${n}`, spent: 0 }), END] as const,
    );
    await world.say(...last);
    const partitions = 4;
    await eventually(
      async () => {
        const ends = await Promise.all(
          Array.from({ length: partitions }, (_, n) =>
            world.taskLog.range(world.physical('visitors-visitor-repartition'), n),
          ),
        );
        return ends.reduce((sum, { end }) => sum + end, 0);
      },
      (count) => count >= at / 20 + last.length,
    );
    const wanted = await eventually(
      () => expected(world, visitors('local'), partitions),
      () => true,
    );
    const said = await eventually(says, (all) => all.size >= wanted.size);
    expect(said.size).toBe(wanted.size);
    expect(new Map([...said].sort())).toEqual(new Map([...wanted].sort()));
    const lateOnes = [...said.values()].filter(
      (data) => typeof data === 'object' && data !== null && !('count' in data),
    );
    expect(lateOnes.length).toBeGreaterThan(100);
  }, 240_000);
});
