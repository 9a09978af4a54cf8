import { fareFor, type Priced, type Trip, type VehicleClass } from './fare.js';
import { plus, type Money } from './money.js';

export interface Settlement {
  readonly fare: Money;
  readonly settledBy: 'quote' | 'meter';
}

/**
 * What a completed ride costs: the quote while the metered fare differs from it by no more than the tariff's tolerance,
 * else the metered fare; waiting, which nobody could quote, comes on top of either.
 */
export function settleFare(about: {
  readonly quoted: Money;
  readonly metered: Trip;
  readonly area: Priced;
  readonly vehicleClass: VehicleClass;
  readonly waiting?: Money | undefined;
}): Settlement {
  const { quoted, metered, area, vehicleClass, waiting = { minor: 0, currency: quoted.currency } } = about;
  const fare = fareFor(area, vehicleClass, metered);
  const within = Math.abs(fare.minor - quoted.minor) <= quoted.minor * area.tariff.quoteTolerance;
  return within
    ? { fare: plus(quoted, waiting), settledBy: 'quote' }
    : { fare: plus(fare, waiting), settledBy: 'meter' };
}
