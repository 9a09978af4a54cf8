import { hopping } from '../windows/fixed.js';
import { seconds } from '../windows/window.js';
import { streams } from '../streams.js';
import type { Building } from '../topology/builder.js';
import { CameLate, Counted, Greeted, Opened, OpenedLongAgo, Visited } from './support/shop.js';
import { testStreams, type TestStreams } from './test-streams.js';

const counting = (options: { idle?: boolean } = {}) =>
  streams('counting', (s) =>
    s
      .from(Visited)
      .window(seconds(10), { grace: seconds(5) })
      .count('visits', { store: 'local' })
      .whenClosed(options)
      .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
      .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
  );
const visit = (test: TestStreams, at: number, shop = 'a', visitor = 'v') =>
  test.hear(Visited, { shop, visitor, spent: 1 }, { at });
const counted = (test: TestStreams) =>
  test.said(Counted).map(({ data: { shop, start, count } }) => `${shop} ${start} ${count}`);

describe('a window', () => {
  it('is emitted once, when its end and its grace have passed', () => {
    const test = testStreams(counting());
    for (const at of [1_000, 9_999, 14_999]) visit(test, at);
    expect(counted(test)).toEqual([]);
    visit(test, 15_000);
    expect(counted(test)).toEqual(['a 0 2']);
    visit(test, 40_000);
    expect(counted(test)).toEqual(['a 0 2', 'a 10000 2']);
  });

  it('takes a record as long as its end is after stream time less grace, and not at that time', () => {
    const test = testStreams(counting());
    visit(test, 14_999);
    visit(test, 0, 'a', 'just in time');
    visit(test, 15_000);
    visit(test, 9_999, 'a', 'too late');
    expect(counted(test)).toEqual(['a 0 1']);
    expect(test.said(CameLate).map(({ data }) => data)).toEqual([{ shop: 'a', start: 0, visitor: 'too late' }]);
    expect(test.late('visits')).toBe(1);
  });

  it('windows are emitted in the order of their ends, then of the bytes of their keys', () => {
    const test = testStreams(counting());
    // In UTF-16 the second of these would come first.
    for (const shop of ['\u{1F600}', '\uFFFD', 'b', 'a']) visit(test, 1_000, shop);
    visit(test, 11_000, 'a');
    visit(test, 60_000, 'z');
    expect(counted(test)).toEqual(['a 0 1', 'b 0 1', '\uFFFD 0 1', '\u{1F600} 0 1', 'a 10000 1']);
  });

  it('stream time is never lowered, and survives a restart', () => {
    const test = testStreams(counting());
    visit(test, 15_000);
    test.restart();
    visit(test, 3_000, 'a', 'too late');
    expect([test.late('visits'), counted(test)]).toEqual([1, []]);
  });

  it('results have ids of their own, the same however often they are worked out', () => {
    const ids = [1, 2].map(() => {
      const test = testStreams(counting());
      visit(test, 1_000);
      visit(test, 1_000, 'b');
      visit(test, 90_000);
      return test.said(Counted).map(({ id }) => id);
    });
    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]).size).toBe(2);
  });

  it('a record without a key is counted and skipped', () => {
    const test = testStreams(counting());
    test.hear(Visited, { shop: 'a', visitor: 'v', spent: 1 }, { at: 1_000, key: null });
    visit(test, 90_000);
    expect([test.keyless, counted(test)]).toEqual([1, []]);
  });

  it('hopping: a record can be late for one window and in time for another', () => {
    const test = testStreams(
      streams('hops', (s) =>
        s
          .from(Visited)
          .window(hopping(seconds(10), seconds(5)), { grace: 0 })
          .count('visits', { store: 'local' })
          .updates()
          .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
          .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
      ),
    );
    visit(test, 12_000);
    expect(counted(test)).toEqual(['a 5000 1', 'a 10000 1']);
    visit(test, 7_000, 'a', 'b');
    expect(counted(test).slice(2)).toEqual(['a 5000 2']);
    expect(test.said(CameLate).map(({ data }) => data.start)).toEqual([0]);
  });
});

describe('idle closing', () => {
  it('closes what is pending when nothing has come for longer than size and grace', () => {
    const test = testStreams(counting({ idle: true }));
    visit(test, 1_000);
    test.quiet(seconds(15));
    expect(counted(test)).toEqual([]);
    test.quiet(1);
    expect(counted(test)).toEqual(['a 0 1']);
  });

  it('moves stream time on no further than that, once', () => {
    const test = testStreams(counting({ idle: true }));
    visit(test, 1_000);
    test.quiet(seconds(1_000));
    visit(test, 9_999, 'a', 'too late');
    visit(test, 10_000);
    expect([test.late('visits'), counted(test)]).toEqual([1, ['a 0 1']]);
    test.quiet(seconds(16));
    expect(counted(test)).toEqual(['a 0 1', 'a 10000 1']);
  });

  it('is not done unless it is asked for', () => {
    const test = testStreams(counting());
    visit(test, 1_000);
    test.quiet(seconds(1_000));
    expect(counted(test)).toEqual([]);
  });
});

describe('a table', () => {
  const greeting = (preload?: 'one-store' | 'two-stores') =>
    streams('greeting', (s: Building) => {
      const options = preload && { preload: { from: [OpenedLongAgo], into: preload } };
      const towns = s.table('towns', Opened, { value: (fact: Opened) => fact.data.town, ...options });
      s.from(Visited)
        .join(towns, { missing: 'keep' }, (_, town) => String(town))
        .say(Greeted, (town, shop) => ({ shop, town }));
    });
  const greeted = (test: TestStreams) => test.said(Greeted).map(({ data: { town } }) => town);

  it('is the latest value of each key, read as of processing; its changes start nothing', () => {
    const test = testStreams(greeting());
    visit(test, 1);
    test.hear(Opened, { shop: 'a', town: 'Rome' }, { at: 50 });
    visit(test, 2);
    test.hear(Opened, { shop: 'a', town: 'Oslo' }, { at: 3 });
    visit(test, 4);
    test.restart();
    visit(test, 4);
    test.forget(Opened, 'a', { at: 60 });
    visit(test, 5);
    expect(greeted(test)).toEqual(['undefined', 'Rome', 'Oslo', 'Oslo', 'undefined']);
    expect(test.read('towns', 'a')).toBeUndefined();
  });

  it('missing: drop leaves out what has no row', () => {
    const test = testStreams(
      streams('greeting', (s) => {
        const towns = s.table('towns', Opened);
        s.from(Visited)
          .join(towns, { missing: 'drop' }, (_, { town }) => town)
          .say(Greeted, (town, shop) => ({ shop, town }));
      }),
    );
    visit(test, 1);
    test.hear(Opened, { shop: 'a', town: 'Rome' }, { at: 2 });
    visit(test, 3);
    expect(greeted(test)).toEqual(['Rome']);
  });

  it.each(['one-store', 'two-stores'] as const)(
    'preload into %s: the snapshot comes before everything else',
    (into) => {
      const test = testStreams(greeting(into));
      test.put(Visited, { shop: 'a', visitor: 'v', spent: 1 }, { at: 1 });
      test.put(Opened, { shop: 'b', town: 'Oslo' }, { at: 2 });
      test.put(OpenedLongAgo, { shop: 'a', town: 'Rome' }, { at: 9 });
      test.put(OpenedLongAgo, { shop: 'b', town: 'Rome' }, { at: 9 });
      visit(test, 3, 'b');
      expect(greeted(test)).toEqual(['Rome', 'Oslo']);
      // What the snapshot topic gets later is nobody's: it was read at the first start.
      test.hear(OpenedLongAgo, { shop: 'a', town: 'Kyiv' }, { at: 10 });
      visit(test, 11);
      expect(greeted(test).at(-1)).toBe('Rome');
    },
  );

  it('preload into two stores: the snapshot counts again where what was said live is forgotten', () => {
    const towns = (['one-store', 'two-stores'] as const).map((into) => {
      const test = testStreams(greeting(into));
      test.put(OpenedLongAgo, { shop: 'a', town: 'Rome' }, { at: 1 });
      test.hear(Opened, { shop: 'a', town: 'Oslo' }, { at: 2 });
      test.forget(Opened, 'a', { at: 3 });
      visit(test, 4);
      return greeted(test);
    });
    expect(towns).toEqual([['undefined'], ['Rome']]);
  });
});

describe('a flow', () => {
  it('branches: a record goes where the first condition holds', () => {
    const test = testStreams(
      streams('branches', (s) => {
        const { dear, some } = s
          .from(Visited)
          .branch({ dear: ({ data }) => data.spent > 9, some: ({ data }) => data.spent > 1 });
        dear.say(Greeted, (_, shop) => ({ shop, town: 'dear' }));
        some.say(Greeted, (_, shop) => ({ shop, town: 'some' }));
      }),
    );
    for (const spent of [10, 5, 1]) test.hear(Visited, { shop: 'a', visitor: 'v', spent }, { at: 1 });
    expect(test.said(Greeted).map(({ data }) => data.town)).toEqual(['dear', 'some']);
  });

  it('what its functions can’t take is counted, and what follows goes on', () => {
    const test = testStreams(
      streams('fragile', (s) =>
        s
          .from(Visited)
          .map(({ data }) => {
            if (data.spent === 0) throw undefined;
            return data.visitor;
          })
          .say(Greeted, (town, shop) => ({ shop, town })),
      ),
    );
    for (const spent of [1, 0, 2]) test.hear(Visited, { shop: 'a', visitor: `v${spent}`, spent }, { at: 1 });
    expect([test.said(Greeted).map(({ data }) => data.town), test.unusable]).toEqual([['v1', 'v2'], 1]);
  });
});
