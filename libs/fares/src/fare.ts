import { roadMetres, travelSeconds, type Place, type ServiceArea, type Tariff } from '@ride/geo';
import type { Money } from './money.js';

/** Prices are those of a service area, in its currency. */
export type Priced = Pick<ServiceArea, 'tariff' | 'currency'>;
export type VehicleClass = keyof Tariff['classFactor'];

export interface Trip {
  readonly distanceMetres: number;
  readonly durationSeconds: number;
}
export interface Estimate extends Trip {
  readonly fare: Money;
}

/**
 * The fare of a trip: (base + distance + time, at least the minimum) × the factor of the vehicle class × surge, rounded
 * once, at the end, to whole minor units, halves up. Negative distances and times count as 0.
 */
export function fareFor(
  area: Priced,
  vehicleClass: VehicleClass,
  { distanceMetres, durationSeconds }: Trip,
  surge = 1,
): Money {
  const { base, perKilometre, perMinute, minimum, classFactor } = area.tariff;
  const distance = (perKilometre * Math.max(0, distanceMetres)) / 1000;
  const time = (perMinute * Math.max(0, durationSeconds)) / 60;
  return {
    minor: Math.round(Math.max(minimum, base + distance + time) * classFactor[vehicleClass] * surge),
    currency: area.currency,
  };
}

/** The fare that is quoted before a ride, `surge` times what the tariff says, with the distance by road in metres and the driving time in seconds behind it. */
export function estimateFare(
  pickup: Place,
  dropoff: Place,
  area: Priced & Pick<ServiceArea, 'traffic'>,
  vehicleClass: VehicleClass,
  surge = 1,
): Estimate {
  const trip = {
    distanceMetres: roadMetres(pickup, dropoff, area.traffic),
    durationSeconds: travelSeconds(pickup, dropoff, area.traffic),
  };
  return { fare: fareFor(area, vehicleClass, trip, surge), ...trip };
}
