import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CameLate, Counted, Visited } from '../../src/testing/support/shop.js';
import type { StoreKind } from '../../src/topology/node.js';
import { seconds } from '../../src/windows/window.js';
import { Instance } from '../support/instance.js';
import { eventually, ShopWorld, type Heard } from '../support/shop-world.js';
import { directCount } from './direct-count.js';
import { LiveFeed } from './live-feed.js';

export interface ChaosOptions {
  readonly store: StoreKind;
  readonly kills: number;
  readonly stops: number;
  readonly say: (line: string) => void;
}

export interface Verdict {
  readonly said: number;
  readonly late: number;
  readonly fed: number;
  /** Should have been said, and was not. */
  readonly missing: readonly string[];
  /** Was said, and should not have been. */
  readonly extra: readonly string[];
  /** Records that are left in the changelog, and that were ever written to it. */
  readonly changelog: { readonly left: number; readonly written: number };
}

const NAMES = ['a', 'b', 'c'];
const PARTITIONS = 4;
const REPARTITIONED = 'visitors-visitor-repartition';
const CHANGELOG = 'visitors-1-changelog';
/** Above all times that are fed: every task's stream time goes there, and what was pending is said. */
const END = 1e9;
const PATIENCE_MS = 240_000;

/** Three instances that are killed and stopped while they work; then what they have said is compared with a direct count. */
export async function chaos({ store, kills, stops, say }: ChaosOptions): Promise<Verdict> {
  const world = await ShopWorld.open({ partitions: PARTITIONS });
  const folder = await mkdtemp(join(tmpdir(), 'ride-chaos-'));
  const instances = new Map<string, Instance>();
  const start = (name: string): Instance => {
    const instance = Instance.start({ folder: join(folder, name), store });
    instances.set(name, instance);
    return instance;
  };
  const seed = randomBytes(4).readUInt32BE();
  const random = seeded(seed);
  say(`${store}: seed ${seed}`);
  const feed = new LiveFeed(world, random);
  try {
    if (store === 'postgres') await world.service();
    await Promise.all(NAMES.map((name) => start(name).running));
    if (store === 'local') await world.compactSoon(CHANGELOG);
    feed.start();
    for (const [n, deed] of shuffled([...Array(kills).fill('kill'), ...Array(stops).fill('stop')], random).entries()) {
      await sleep(500 + random() * 2_500);
      const name = NAMES[Math.floor(random() * NAMES.length)]!;
      const instance = instances.get(name)!;
      if (deed === 'stop') {
        // It wakes after its tasks have gone to others.
        instance.signal('SIGSTOP');
        await sleep(7_000 + random() * 3_000);
        instance.signal('SIGCONT');
      } else {
        await instance.kill();
        start(name);
      }
      say(`${store}: ${n + 1}/${kills + stops} ${deed} ${name}, ${feed.said} records fed`);
    }
    await feed.stop();
    const last = Array.from({ length: 60 }, (_, n) => Visited({ shop: `s${n}`, visitor: `end-${n}`, spent: 0 }));
    await world.say(...last.map((fact) => [fact, END] as const));
    return await judge(world, feed.said + last.length);
  } finally {
    await feed.stop();
    await Promise.all([...instances.values()].map((instance) => instance.kill()));
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function judge(world: ShopWorld, fed: number): Promise<Verdict> {
  const direct = async () => {
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
    const counts = [];
    for (const partition of partitions)
      counts.push(directCount(await world.read(REPARTITIONED, partition), { size: seconds(10), grace: seconds(5) }));
    return { said: counts.flatMap(({ said }) => said), heard: counts.reduce((sum, { heard }) => sum + heard, 0) };
  };
  const wanted = await eventually(direct, ({ heard }) => heard >= fed, PATIENCE_MS);
  const saidAll = async () =>
    [...(await world.said(Counted)), ...(await world.said(CameLate))].map((heard) => saidAs(heard));
  const said = await eventually(saidAll, (all) => all.length >= wanted.said.length, PATIENCE_MS).catch(saidAll);
  const { left, written } = await world.changelogSize(CHANGELOG);
  return {
    fed,
    said: said.length,
    late: said.filter((one) => one.startsWith('late')).length,
    missing: without(wanted.said, said),
    extra: [...without(said, wanted.said), ...(wanted.heard > fed ? [`${wanted.heard - fed} records twice`] : [])],
    changelog: { left, written },
  };
}

function saidAs({ type, key, data }: Heard): string {
  const { start, count, town, visitor } = data;
  return type === 'Counted'
    ? `counted ${key} ${String(start)} ${String(count)} ${String(town)}`
    : `late ${key} ${String(start)} ${String(visitor)}`;
}

/** Those of the first that are not in the second, as often as they are missing there. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    if (count > 0) left.set(one, count - 1);
    return count === 0;
  });
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
