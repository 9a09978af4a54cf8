import fc from 'fast-check';
import { CameLate, Counted, Opened, Visited } from '../testing/support/shop.js';
import { testStreams, type TestStreams } from '../testing/test-streams.js';
import { streams } from '../streams.js';
import { hopping } from '../windows/fixed.js';

interface Visit {
  readonly shop: string;
  readonly visitor: string;
  readonly spent: number;
  readonly at: number;
}
interface Case {
  readonly size: number;
  readonly advance: number;
  readonly grace: number;
  readonly visits: readonly Visit[];
}

/** Few keys and times that are close to each other: most records meet a window that is open, closing or closed. */
const visit = fc.record({
  shop: fc.constantFrom('a', 'b', 'ß'),
  visitor: fc.constantFrom('v', 'w'),
  spent: fc.integer({ min: 0, max: 9 }),
  at: fc.integer({ min: 0, max: 120 }),
});
const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 }))
  .chain(([advance, more, grace]) =>
    fc.record({
      size: fc.constant(advance + more),
      advance: fc.constant(advance),
      grace: fc.constant(grace),
      visits: fc.array(visit, { maxLength: 40 }),
    }),
  );

const sums = ({ size, advance, grace }: Case, through?: 'a new key') =>
  streams('sums', (s) => {
    const towns = s.table('towns', Opened);
    const visits = s.from(Visited);
    (through ? visits.by('visitor', ({ data }) => data.shop) : visits)
      .window(hopping(size, advance), { grace })
      .fold(
        'spent',
        () => 0,
        (sum, { data }) => sum + data.spent,
        { store: 'local' },
      )
      .whenClosed()
      .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
      .join(towns, { missing: 'keep' }, (sum, row) => ({ sum, town: row?.town ?? '' }))
      .say(Counted, ({ start, end }, { sum, town }, shop) => ({ shop, start, end, count: sum, town }));
  });
const told = (test: TestStreams) => ({
  counted: test.said(Counted).map(({ data, id }) => [data.start, data.shop, data.count, id]),
  late: test.said(CameLate).map(({ data, id, at }) => [data.start, data.shop, data.visitor, at, id]),
  lateCount: test.late('spent'),
});
const hear = (test: TestStreams, { at, ...data }: Visit) => test.hear(Visited, data, { at });
const END = 10_000;

/** The same, worked out from the definition alone: what counts, and when a window is closed, by looking at all records before. */
function byDefinition({ size, advance, grace, visits }: Case) {
  const sumOf = new Map<string, number>();
  const late: (string | number)[][] = [];
  let streamTime = 0;
  for (const { shop, visitor, spent, at } of visits) {
    streamTime = Math.max(streamTime, at);
    for (let start = 0; start <= at; start += advance) {
      if (at >= start + size) continue;
      const name = JSON.stringify([start, shop]);
      if (start + size > streamTime - grace) sumOf.set(name, (sumOf.get(name) ?? 0) + spent);
      else late.push([start, shop, visitor, at]);
    }
  }
  const counted = [...sumOf].map(([name, sum]) => [...(JSON.parse(name) as [number, string]), sum] as const);
  counted.sort(([a, x], [b, y]) => a - b || Buffer.compare(Buffer.from(x), Buffer.from(y)));
  return { counted, late, lateCount: late.length };
}

describe('any records', () => {
  it('lead to the results, the late ones and the order that the definition says', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const test = testStreams(sums(one));
        for (const each of one.visits) hear(test, each);
        hear(test, { shop: 'z', visitor: 'v', spent: 0, at: END });
        const { counted, late, lateCount } = told(test);
        expect({
          counted: counted.map((all) => all.slice(0, 3)),
          late: late.map((all) => all.slice(0, 4)),
          lateCount,
        }).toEqual(byDefinition(one));
      }),
      { numRuns: 300 },
    );
  });

  it('lead to the same with a restart after every one', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(undefined, 'a new key' as const), (one, through) => {
        const [straight, restarted] = [testStreams(sums(one, through)), testStreams(sums(one, through))];
        for (const each of [...one.visits, { shop: 'z', visitor: 'v', spent: 0, at: END }]) {
          hear(straight, each);
          hear(restarted, each);
          restarted.restart();
        }
        expect(told(restarted)).toEqual(told(straight));
      }),
      { numRuns: 300 },
    );
  });

  it('lead to the same through a repartition topic', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const [straight, through] = [testStreams(sums(one)), testStreams(sums(one, 'a new key'))];
        for (const each of one.visits) for (const test of [straight, through]) hear(test, each);
        expect(told(through).counted).toEqual(told(straight).counted);
        expect(told(through).lateCount).toEqual(told(straight).lateCount);
      }),
    );
  });

  it('each is in a result or late, once a window, on however many partitions', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 5 }), (one, partitions) => {
        const single = { ...one, advance: one.size };
        const test = testStreams(sums(single, 'a new key'), { partitions });
        for (const each of one.visits) hear(test, { ...each, spent: 1 });
        // Every partition's stream time has to move on.
        for (let n = 0; n < 200; n += 1) hear(test, { shop: `z${n}`, visitor: 'v', spent: 0, at: END });
        const { counted, lateCount } = told(test);
        const sum = counted.reduce((all, [, , spent]) => all + Number(spent), 0);
        expect(sum + lateCount).toBe(one.visits.length);
      }),
      { numRuns: 30 },
    );
  });
});
