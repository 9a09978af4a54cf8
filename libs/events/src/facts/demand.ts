import type { FactOf } from '../fact.js';
import { count, instant, oneOf, text } from '../fields/kinds.js';
import { topic } from '../topic.js';

/** By cell: an H3 cell of resolution 8, as libs/geo has it. */
export const demand = topic('demand.v1', {
  key: 'cell',
  keyIs: text,
  cleanup: { deleteAfterDays: 7 },
  partitions: 12,
  noun: 'demand',
});
export const demandLate = topic('demand-late.v1', {
  key: 'cell',
  keyIs: text,
  cleanup: { deleteAfterDays: 7 },
  partitions: 12,
  noun: 'demand_late',
});

export type DemandMeasured = FactOf<typeof DemandMeasured>;
export const DemandMeasured = demand.fact(
  'DemandMeasured',
  {
    what: 'a minute of a cell is over: so many rides were asked for, so many drivers were free',
    by: 'insights',
    change: 'secondary',
  },
  { area: text, start: instant, end: instant, requests: count, freeDrivers: count },
);

export type DemandCameLate = FactOf<typeof DemandCameLate>;
export const DemandCameLate = demandLate.fact(
  'DemandCameLate',
  {
    what: 'a request, or a sight of a free driver, came after its minute had been measured',
    by: 'insights',
    change: 'secondary',
  },
  { of: oneOf('request', 'free_driver'), at: instant, start: instant, end: instant },
);
