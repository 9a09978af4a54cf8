import fc from 'fast-check';
import { Lanes } from './lanes.js';

interface Item {
  readonly chain: string;
  readonly n: number;
}
interface Begun extends Item {
  /** Frees its place. */
  readonly end: () => void;
}

/** Lanes whose items end when they are told to. */
function lanesOf(atOnce: number) {
  const begun: Item[] = [];
  const underWay: Begun[] = [];
  const lanes = new Lanes<Item>(atOnce, (item) => {
    begun.push(item);
    return new Promise((end) => underWay.push({ ...item, end }));
  });
  const end = async (item: Begun | undefined) => {
    if (!item) return;
    underWay.splice(underWay.indexOf(item), 1);
    item.end();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { lanes, begun, underWay, end };
}
const items = (chain: string, count: number): Item[] => Array.from({ length: count }, (_, n) => ({ chain, n }));

describe('lanes', () => {
  const said = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 });

  it('begin every item once, those of a key in order and one at a time, at most so many at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        said,
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.nat()),
        async (keys, atOnce, picks) => {
          const { lanes, begun, underWay, end } = lanesOf(atOnce);
          const all = keys.map((chain, n): Item => ({ chain, n }));
          for (const item of all) lanes.add(item);
          for (const pick of picks) {
            if (underWay.length === 0) break;
            expect(underWay.length).toBeLessThanOrEqual(atOnce);
            const under = underWay.map(({ chain }) => chain);
            expect(new Set(under).size).toBe(under.length);
            const ended = underWay[pick % underWay.length]!;
            lanes.leave(all[ended.n]!);
            await end(ended);
          }
          expect(begun.length).toBe(all.length);
          for (const [chain, of] of Map.groupBy(begun, (item) => item.chain))
            expect(of).toEqual(all.filter((item) => item.chain === chain));
        },
      ),
    );
  });

  it('use every place while there are keys enough', () => {
    const { lanes, underWay } = lanesOf(3);
    for (const chain of ['a', 'b', 'c', 'd']) for (const item of items(chain, 2)) lanes.add(item);
    expect(underWay.map(({ chain }) => chain)).toEqual(['a', 'b', 'c']);
    expect(lanes.ready).toBe(1);
  });

  it('give the place of an item to another key while its own is not ready to go on', async () => {
    const { lanes, begun, underWay, end } = lanesOf(1);
    const [first, second] = items('a', 2);
    const [other] = items('b', 1);
    for (const item of [first!, second!, other!]) lanes.add(item);
    await end(underWay[0]);
    expect(begun).toEqual([first, other]);
    await end(underWay[0]);
    lanes.leave(first!);
    expect(begun).toEqual([first, other, second]);
  });

  it('begin again what is put back, before what waits behind it', async () => {
    const { lanes, begun, underWay, end } = lanesOf(1);
    const [a, b, c] = items('a', 3);
    for (const item of [a!, b!, c!]) lanes.add(item);
    expect(lanes.behind(a!)).toEqual([b, c]);
    const d: Item = { chain: 'a', n: 3 };
    lanes.add(d);
    lanes.leave(a!, a!, c!);
    for (const again of [a, c, d]) {
      await end(underWay[0]);
      expect(begun.at(-1)).toEqual(again);
      lanes.leave(again!);
    }
    expect(begun).toEqual([a, a, c, d]);
  });

  it('begin nothing once they are closed', async () => {
    const { lanes, begun, underWay, end } = lanesOf(1);
    const [a, b] = items('a', 2);
    lanes.add(a!);
    lanes.add(b!);
    lanes.close();
    lanes.leave(a!);
    await end(underWay[0]);
    lanes.add({ chain: 'b', n: 0 });
    expect(begun).toEqual([a]);
  });
});
