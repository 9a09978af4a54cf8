import type { Schemas } from '@ride/events';
import { makeLogger } from '@ride/observability';
import { TaskLost } from '../store/store.js';
import { MemoryTaskLog } from '../testing/support/memory-task-log.js';
import { streams } from '../streams.js';
import { CameLate, Counted, Visited } from '../testing/support/shop.js';
import { KeptStore } from './support/kept-store.js';
import { Tasks } from './tasks.js';

const app = streams('counting', (s) =>
  s
    .from(Visited)
    .window(10, { grace: 5 })
    .count('visits', { store: 'local' })
    .whenClosed()
    .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
    .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
);

describe('the tasks of an instance', () => {
  /** Of each task, the stores that it was opened with. */
  let opened: Map<string, KeptStore[]>;
  let fails: TaskLost | undefined;
  let tasks: Tasks;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  const openings = (id: string) => opened.get(id)?.length ?? 0;

  beforeEach(() => {
    opened = new Map();
    fails = undefined;
    tasks = new Tasks({
      ...{ app: app.name, shape: app.shape, physical: (topic) => topic, schemas: {} as Schemas },
      ...{ asking: new MemoryTaskLog(), logger: makeLogger('test', 'silent') },
      storeOf: ({ id }) => {
        const store = new KeptStore(fails);
        opened.set(id, [...(opened.get(id) ?? []), store]);
        return store;
      },
      whyNot: () => undefined,
      bury: () => Promise.resolve(),
      isCertain: () => true,
      onRoom: () => undefined,
    });
  });

  it('end when they are given to others, and the new ones are opened at once', async () => {
    tasks.assign(['0_0', '0_1']);
    await settled();
    tasks.assign(['0_1', '0_2']);
    await settled();
    expect(tasks.running).toEqual(['0_1', '0_2']);
    expect(['0_0', '0_1', '0_2'].map(openings)).toEqual([1, 1, 1]);
    expect(opened.get('0_0')?.[0]?.isClosed).toBe(true);
  });

  it('that have died are opened again when the group, asked after that, still has them for its own', async () => {
    const before = performance.now();
    fails = new TaskLost('fenced', 'somebody else');
    tasks.assign(['0_0']);
    await settled();
    fails = undefined;
    // Asked before it died: the group may have given it away since.
    tasks.confirmed(before);
    expect(openings('0_0')).toBe(1);
    tasks.confirmed(performance.now());
    await settled();
    expect([openings('0_0'), tasks.running]).toEqual([2, ['0_0']]);
  });

  it.each(['foreign_write', 'topology_changed'] as const)('that died of %s are not opened again', async (code) => {
    fails = new TaskLost(code, 'what is written is not to be trusted');
    tasks.assign(['0_0']);
    await settled();
    tasks.confirmed(performance.now());
    expect([openings('0_0'), tasks.health()[0]?.lost?.code]).toEqual([1, code]);
  });
});
