import type { BookingCompleted, RideCancelled } from '@ride/events';
import type { Money } from '@ride/fares';
import { contains, serviceAreas, type Place } from '@ride/geo';
import { dayIn } from './local-day.js';
import type { Trip } from './trip.state.js';

/** What a ride has brought its driver: on the day on which it ended, in its area's time zone. */
export interface Earning {
  readonly rideId: string;
  readonly driverId: string;
  readonly day: string;
  readonly timeZone: string;
  /** The fare of a completed ride, the fee of a cancelled one. */
  readonly kind: 'fare' | 'fee';
  readonly amount: Money;
}

/** `trip`: as it was before the end. null: nothing was earned, or another end was heard before, and counts. */
export function earningOf(trip: Trip, fact: BookingCompleted | RideCancelled): Earning | null {
  const { rideId, driverId } = fact.data;
  if (driverId === undefined || trip.stage.is === 'ended') return null;
  const on = (timeZone = 'UTC') => ({ rideId, driverId, timeZone, day: dayIn(timeZone, fact.time) });
  switch (fact.type) {
    case 'BookingCompleted': {
      const { area, fare } = fact.data;
      return { ...on(zoneOf(area)), kind: 'fare', amount: fare };
    }
    case 'RideCancelled': {
      const { fee, area } = fact.data;
      const zone = zoneOf(area) ?? zoneAt(trip.about?.pickup); // an end from before it told the area
      return fee.minor > 0 ? { ...on(zone), kind: 'fee', amount: fee } : null;
    }
  }
}

/** Of an area that is no longer configured, undefined. */
export function zoneOf(area: string | undefined): string | undefined {
  return serviceAreas().find(({ id }) => id === area)?.timeZone;
}

function zoneAt(place: Place | undefined): string | undefined {
  return place && serviceAreas().find(({ polygon }) => contains(polygon, place))?.timeZone;
}
