import { partitionOf } from '@ride/messaging';
import { streams } from '../streams.js';
import type { Output } from '../task/record.js';
import { Task } from '../task/task.js';
import { CameLate, Counted, Visited } from '../testing/support/shop.js';
import { seconds } from '../windows/window.js';
import { growthOf } from './grown.js';
import { Heir, Parent } from './heirs.js';
import type { Growing } from './ledger.js';

const TOPIC = 'counting-shop-repartition';
const [SIZE, GRACE] = [seconds(10), seconds(5)];
const app = streams('counting', (s) =>
  s
    .from(Visited)
    .by('shop', ({ data }) => data.shop)
    .window(SIZE, { grace: GRACE })
    .count('visits', { store: 'local' })
    .whenClosed()
    .late(CameLate, (_, { start }, shop) => ({ shop, start, visitor: '' }))
    .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
);

interface Visit {
  readonly key: string;
  readonly time: number;
}

/** All tasks of one application, each with the records of its keys. */
class All {
  readonly #tasks: readonly Task[];
  readonly outputs: Output[] = [];
  #offset = 0;

  constructor(
    private readonly count: number,
    inherited: Heir | Parent,
  ) {
    const sub = { ...app.shape.subTopologies[1]!, partitions: count };
    const inputs = sub.inputs.map((input) => ({ ...input, partitions: count }));
    this.#tasks = Array.from({ length: count }, (_, n) => new Task('counting', { ...sub, inputs }, n, inherited));
  }

  hear({ key, time }: Visit): void {
    const partition = partitionOf(Buffer.from(key), this.count);
    const task = this.#tasks[partition]!;
    const because = { id: 'i', correlationId: 'c' };
    const about = {
      topic: TOPIC,
      partition,
      offset: (this.#offset += 1),
      because,
      source: { task: 't', seq: this.#offset },
    };
    task.process({ ...about, key, time, value: { data: {} } });
    this.#commit(task);
  }

  /** What each task does now and then. */
  tick(): void {
    for (const task of this.#tasks) this.#commit(task);
  }

  get times(): (number | null)[] {
    return this.#tasks.map(({ position }) => position.times['visits'] ?? null);
  }

  #commit(task: Task): void {
    task.close();
    this.outputs.push(...task.take().outputs);
  }
}

/** Random visits, in some disorder; a share of them is too late. */
function visits(random: () => number, from: number, count: number): Visit[] {
  return Array.from({ length: count }, (_, n) => {
    const at = from + n * 300;
    const late = random() < 0.1 ? 30_000 : random() < 0.3 ? 4_000 : 0;
    return { key: `k${Math.floor(random() ** 3 * 12)}`, time: Math.max(0, at - Math.floor(random() * late)) };
  });
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Results and late records of both, and how many visits there were. */
function grown(seed: number) {
  const random = seeded(seed);
  const state = (phase: Growing['phase'], times: (number | null)[]): Growing => ({
    ...{ growth: growthOf(app.topology, 8), phase, times: { visits: times } },
    graces: { visits: GRACE },
  });
  const heir = new Heir(state('muted', []));
  // Keys differ in how often they come: with more tasks some are far behind in time.
  const [few, many] = seed % 2 === 0 ? [1, 12] : [12, 1];
  const [old, next] = [new All(few, new Parent()), new All(many, heir)];
  const before = visits(random, 0, 200);
  // Both read the same, each in an order and at a pace of its own; the heir hears now and then how far the old one is.
  const [forOld, forNext] = [[...before], before.map((visit) => [visit, random()] as const)];
  const mine = forNext.sort(([a, x], [b, y]) => a.time + x * 8_000 - (b.time + y * 8_000)).map(([visit]) => visit);
  while (forOld.length > 0 || mine.length > 0) {
    const visit = random() < 0.5 ? undefined : forOld.shift();
    if (visit) old.hear(visit);
    else if (mine.length > 0) next.hear(mine.shift()!);
    if (random() < 0.05) heir.growing = state('muted', old.times);
  }
  heir.growing = state('done', old.times);
  next.tick();
  const after = visits(random, 200 * 300, 200);
  for (const visit of after) next.hear(visit);
  // One key for each task closes what is pending.
  for (let n = 0; n < 50; n += 1) next.hear({ key: `end-${n}`, time: 1e9 });
  const said = [...old.outputs, ...next.outputs].flatMap((output) => (output.to === 'log' ? [output.fact] : []));
  const results = said.flatMap(({ fact, data, key }) => {
    const { start, count } = data as { start: number; count: number };
    return fact.type === 'Counted' ? [{ window: `${key} ${start}`, count }] : [];
  });
  return { results, late: said.length - results.length, visits: before.length + after.length };
}

it('what grows counts every record once, or says once that it was late, in whatever order both read', () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const { results, late, visits: all } = grown(seed);
    const windows = new Set(results.map(({ window }) => window));
    const counted = results.reduce((sum, { count }) => sum + count, 0);
    expect({ seed, twice: results.length - windows.size, all: counted + late }).toEqual({ seed, twice: 0, all });
    expect(late).toBeGreaterThan(0);
  }
});
