import { seconds } from '../../src/windows/window.js';
import { streams, type Streams } from '../../src/streams.js';
import { CameLate, Counted, Opened, Visited } from '../../src/testing/support/shop.js';
import type { StoreKind } from '../../src/topology/node.js';

/** Visits of each visitor in ten seconds, grace five, and what they spent. */
export const visitors = (
  store: StoreKind,
  { idle = false, name = 'visitors', size = seconds(10), grace = seconds(5) } = {},
): Streams =>
  streams(name, (s) =>
    s
      .from(Visited)
      .by('visitor', ({ data }) => data.visitor)
      .window(size, { grace })
      .fold(
        'visits',
        () => ({ count: 0, spent: 0 }),
        ({ count, spent }, { data }) => ({ count: count + 1, spent: spent + data.spent }),
        { store },
      )
      .whenClosed({ idle })
      .late(CameLate, ({ data }, { start }, visitor) => ({ shop: visitor, start, visitor: data.shop }))
      .say(Counted, ({ start, end }, { count, spent }, shop) => ({ shop, start, end, count, town: String(spent) })),
  );

/** Counts by shop; its functions can't take some visits, nor one of its results. */
export const fragile = (store: StoreKind): Streams =>
  streams('fragile', (s) =>
    s
      .from(Visited)
      .map(({ data: { spent } }) => {
        if (spent === 0) throw undefined;
        return spent;
      })
      .window(seconds(10), { grace: 0 })
      .fold(
        'spent',
        () => 0,
        (sum, spent) => sum + spent,
        { store },
      )
      .whenClosed()
      .late(CameLate, (_, { start }, shop) => ({ shop, start, visitor: '' }))
      .map((sum) => {
        if (sum === 13) throw new TypeError('thirteen');
        return sum;
      })
      .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
  );

/** The same without a new key, joined with a table. */
export const towns = (store: StoreKind): Streams =>
  streams('towns', (s) => {
    const opened = s.table('opened', Opened);
    s.from(Visited)
      .window(seconds(10), { grace: seconds(5) })
      .count('visits', { store })
      .whenClosed()
      .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
      .join(opened, { missing: 'keep' }, (count, row) => ({ count, town: row?.town ?? 'nowhere' }))
      .say(Counted, ({ start, end }, { count, town }, shop) => ({ shop, start, end, count, town }));
  });
