import { fareFor, type Priced, type Trip, type VehicleClass } from './fare.js';
import { plus, type Money } from './money.js';

export interface Settlement {
  readonly fare: Money;
  readonly settledBy: 'quote' | 'meter';
}

/**
 * What a completed ride costs: the quote while the ride was about the trip that was quoted, else the metered fare. The
 * trips count as one while the tariff's fares for them differ by no more than its tolerance, whatever the quote is: a
 * price that was promised is honoured when the tariff changes meanwhile. Waiting, which nobody could quote, comes on top.
 */
export function settleFare(about: {
  readonly quoted: Money;
  /** The trip that the quote stands for. */
  readonly quotedTrip: Trip;
  readonly metered: Trip;
  readonly area: Priced;
  readonly vehicleClass: VehicleClass;
  /** What the quote was multiplied by: the meter honours it, too. */
  readonly surge?: number | undefined;
  readonly waiting?: Money | undefined;
}): Settlement {
  const {
    quoted,
    quotedTrip,
    metered,
    area,
    vehicleClass,
    surge,
    waiting = { minor: 0, currency: quoted.currency },
  } = about;
  const fare = fareFor(area, vehicleClass, metered, surge);
  const foreseen = fareFor(area, vehicleClass, quotedTrip, surge);
  const within = Math.abs(fare.minor - foreseen.minor) <= foreseen.minor * area.tariff.quoteTolerance;
  return within
    ? { fare: plus(quoted, waiting), settledBy: 'quote' }
    : { fare: plus(fare, waiting), settledBy: 'meter' };
}
