import type { FactOf } from '../fact.js';
import { count, instant, metres, money, optional, seconds, text, uuid } from '../fields/kinds.js';
import { topic } from '../topic.js';
import { rating } from './people.js';
import { VehicleClass } from './vehicle-class.js';

export const driverStatements = topic('driver-statements.v1', {
  key: 'driverId',
  cleanup: { deleteAfterDays: 400 },
  partitions: 12,
});
export const driverStatementsLate = topic('driver-statements-late.v1', {
  key: 'driverId',
  cleanup: { deleteAfterDays: 400 },
  partitions: 12,
  noun: 'statement_late',
});

export type StatementIssued = FactOf<typeof StatementIssued>;
export const StatementIssued = driverStatements.fact(
  'StatementIssued',
  { what: 'a driver’s week is over: this is what it has brought', by: 'insights', change: 'secondary' },
  {
    start: instant,
    end: instant,
    timeZone: text,
    trips: count,
    distanceMetres: metres,
    drivingSeconds: seconds,
    fares: money,
    cancellations: count,
    fees: money,
    vehicleClass: optional(VehicleClass),
    rating: optional(rating),
  },
);

export type EarningCameLate = FactOf<typeof EarningCameLate>;
export const EarningCameLate = driverStatementsLate.fact(
  'EarningCameLate',
  {
    what: 'a fare or fee was heard of after the statement of its week had been issued',
    by: 'insights',
    change: 'secondary',
  },
  { rideId: uuid, amount: money, start: instant, end: instant },
);
