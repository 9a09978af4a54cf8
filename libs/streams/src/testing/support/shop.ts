import { type FactOf, count, instant, text, topic } from '@ride/events';

// A language of its own, so that rules are told without the house's facts.
const visits = topic('visits.v1', { key: 'shop', keyIs: text, cleanup: { deleteAfterDays: 1 }, partitions: 4 });
const shops = topic('shops.v1', { key: 'shop', keyIs: text, cleanup: 'compact', partitions: 4 });
const old = topic('old-shops.v1', { key: 'shop', keyIs: text, cleanup: 'compact', partitions: 4 });
const figures = topic('figures.v1', { key: 'shop', keyIs: text, cleanup: { deleteAfterDays: 1 }, partitions: 4 });
const by = 'booking';

/** Somebody came. */
export const Visited = visits.fact(
  'Visited',
  { what: 'somebody came', by, change: 'primary' },
  { visitor: text, spent: count },
);
export type Opened = FactOf<typeof Opened>;
export const Opened = shops.fact('Opened', { what: 'a shop opened', by, change: 'secondary' }, { town: text });
export const OpenedLongAgo = old.fact(
  'OpenedLongAgo',
  { what: 'a shop was there', by, change: 'secondary' },
  { town: text },
);
export const Counted = figures.fact(
  'Counted',
  { what: 'visits were counted', by, change: 'secondary' },
  { start: instant, end: instant, count, town: text },
);
export const CameLate = figures.fact(
  'CameLate',
  { what: 'a visit came too late', by, change: 'secondary' },
  { start: instant, visitor: text },
);
export const Greeted = figures.fact(
  'Greeted',
  { what: 'a visitor was greeted', by, change: 'secondary' },
  { town: text },
);
