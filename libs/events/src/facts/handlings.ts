import { SERVICES, type FactOf } from '../fact.js';
import { instant, text } from '../fields/kinds.js';
import { topic } from '../topic.js';

/** What was done with facts, for whoever follows them. Nobody says anything because of it. */
export const handlings = topic('handlings.v1', {
  key: 'correlationId',
  keyIs: text,
  cleanup: { deleteAfterDays: 14 },
  partitions: 12,
  correlatedBy: 'key',
  ordered: false,
});

export type FactsHandled = FactOf<typeof FactsHandled>;
/** `began`: when the first of them was begun. `handled`: see `handledText`. The key is the first one's correlation id. */
export const FactsHandled = handlings.fact(
  'FactsHandled',
  { what: 'a subscription has handled facts, in one transaction', by: SERVICES, change: 'secondary' },
  { subscription: text, began: instant, handled: text },
);
