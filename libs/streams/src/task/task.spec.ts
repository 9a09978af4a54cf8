import { CameLate, Counted, Visited } from '../testing/support/shop.js';
import { streams } from '../streams.js';
import { seconds } from '../windows/window.js';
import { entryKey, entryOf, valueBytes } from './entry-bytes.js';
import type { StreamRecord } from './record.js';
import { Task } from './task.js';

const app = streams('counting', (s) =>
  s
    .from(Visited)
    .by('shop', ({ data }) => data.shop)
    .window(seconds(10), { grace: seconds(5) })
    .count('visits', { store: 'local' })
    .whenClosed()
    .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
    .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
);
const [moving, counting] = app.shape.subTopologies as [
  (typeof app.shape.subTopologies)[0],
  (typeof app.shape.subTopologies)[0],
];
const because = { id: 'i', correlationId: 'c' };
const value = { data: { shop: 'a', visitor: 'v', spent: 1 } };
const moved = (offset: number, about: Partial<StreamRecord> = {}): StreamRecord => ({
  ...{ topic: 'counting-shop-repartition', partition: 0, offset, key: 'a', time: 1_000, value, because },
  source: { task: '0_0 visits.v1', seq: offset },
  ...about,
});
const make = () => new Task('counting', counting, 0);
const count = (task: Task, key = 'a') =>
  (task.read('visits', key) as { value: number }[] | undefined)?.map((one) => one.value);
const shops = (task: Task) => task.take().outputs.flatMap((output) => (output.to === 'log' ? [output.fact.key] : []));

describe('a task', () => {
  it('skips what is below its position', () => {
    const task = make();
    for (const [seq, offset] of [0, 1, 1, 0].entries()) task.process(moved(offset, { source: { task: 't', seq } }));
    expect(count(task)).toEqual([2]);
  });

  it('drops what a task before it has written again, and nothing of another task', () => {
    const task = make();
    const from = (name: string, seq: number) => ({ source: { task: name, seq } });
    [from('0_0', 5), from('0_0', 5), from('0_0', 4), from('0_1', 4), from('0_0', 6)].forEach((about, offset) =>
      task.process(moved(offset, about)),
    );
    expect(count(task)).toEqual([3]);
    const next = make();
    next.restore([], task.take().position);
    next.process(moved(9, from('0_1', 4)));
    next.process(moved(10, from('0_1', 5)));
    expect(count(next)).toEqual([1]);
  });

  it('without state gives the same numbers to the same records, however often they are read', () => {
    const record = { topic: 'visits.v1', partition: 0, offset: 7, key: 'a', time: 1, type: 'Visited', because };
    const numbers = [0, 3].map((before) => {
      const task = new Task('counting', moving, 0);
      for (let offset = before; offset < 9; offset += 1)
        task.process({ ...record, offset, value: { type: 'Visited', ...value } });
      return new Map(
        task.take().outputs.map((output) => (output.to === 'repartition' ? [output.time, output.source] : [0, null])),
      );
    });
    expect(numbers[0]).toEqual(numbers[1]);
  });

  it('takes no more outputs into a commit than it is told; the next owner emits the rest, and only that', () => {
    const task = make();
    ['a', 'b', 'c', 'd'].forEach((key, offset) => task.process(moved(offset, { key })));
    task.process(moved(4, { key: 'z', time: 99_000 }));
    expect(task.close(3)).toBe(true);
    const { deltas, position, outputs } = task.take();
    expect(outputs).toHaveLength(3);
    const next = make();
    next.restore(deltas, position);
    next.close();
    expect(shops(next)).toEqual(['d']);
  });

  it('emits no window again whose deletion the log has forgotten', () => {
    const task = make();
    for (const [offset, key] of ['a', 'b'].entries()) task.process(moved(offset, { key }));
    const before = task.take().deltas;
    task.process(moved(2, { key: 'z', time: 99_000 }));
    task.close();
    expect(shops(task)).toEqual(['a', 'b']);
    const next = make();
    next.restore(before, task.take().position);
    next.process(moved(3, { key: 'z', time: 99_000 }));
    next.close();
    expect(shops(next)).toEqual([]);
    expect(count(next)).toBeUndefined();
  });

  it('entries come back from their bytes as they were, and stand in the order of their ends', () => {
    const entries = [
      { store: 'visits', key: 'a', start: 0, end: 10, value: { deep: [1, 'ß'] } },
      { store: 'visits', key: '\u{1F600}', start: 1_700_000_000_000, end: 1_700_000_060_000, value: 0 },
    ];
    for (const one of entries) expect(entryOf(entryKey(one), valueBytes(one.value))).toEqual(one);
    const bytes = [0, 1, 255, 256, 1e12, 2e14].map((end) => entryKey({ store: 's', key: 'a', start: 0, end }));
    expect([...bytes].reverse().sort(Buffer.compare)).toEqual(bytes);
  });
});
