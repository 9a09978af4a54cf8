import { VehicleClass } from '@ride/events';
import { z } from 'zod';

const minor = z.int().min(0);

/** What rides cost in an area, in minor units of its currency. libs/fares says how it is applied. */
export const Tariff = z.strictObject({
  base: minor,
  perKilometre: minor,
  perMinute: minor,
  /** The least a ride costs. */
  minimum: minor,
  /** Multiplies base, distance, time and minimum. */
  classFactor: z.record(z.enum(VehicleClass.symbols), z.number().positive().max(100)),
  /** A quote is honoured while the metered fare differs from it by at most this share of the quote, 0 to 1. */
  quoteTolerance: z.number().min(0).max(1),
  cancellationFee: minor,
  noShowFee: minor,
  waitingPerMinute: minor,
});
export type Tariff = z.infer<typeof Tariff>;
