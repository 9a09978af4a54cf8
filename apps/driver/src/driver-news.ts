import type { FactOf } from '@ride/events';
import type * as facts from '@ride/events';
import type { Trip } from './trip.state.js';

/** What a driver sees live. */
export interface News {
  readonly driverId: string;
  readonly type: string;
  readonly data: object;
}
/** What changes a ride for the driver whom it names. */
export type ToldToDriver = FactOf<
  | typeof facts.RideOfferExpired
  | typeof facts.RideOfferWithdrawn
  | typeof facts.RideAcceptanceRefused
  | typeof facts.BookingCreated
  | typeof facts.BookingCancelled
  | typeof facts.BookingCompleted
  | typeof facts.RideCancelled
>;

export function newsOfOffer({ data }: facts.RideOffered): News {
  const { driverId, rideId, offerId, pickup, dropoff, fareEstimate, pickupEtaSeconds, expiresAt } = data;
  const offer = { offerId, rideId, pickup, dropoff, fareEstimate, pickupEtaSeconds, expiresAt: iso(expiresAt) };
  return { driverId, type: 'offer.made', data: offer };
}

/** null: the driver has ended the shift, or takes a ride, and knows it. */
export function newsOfShift({ data: { driverId, reason } }: facts.DriverBecameUnavailable): News | null {
  switch (reason) {
    case 'silent':
    case 'unresponsive':
      return { driverId, type: 'shift.ended', data: { reason } };
    case 'off_duty':
    case 'booked':
    case 'unknown':
      return null;
  }
}

/** `trip`: as it was before the fact. null: the driver has nothing new to see. */
export function newsOf(trip: Trip, fact: ToldToDriver): News | null {
  const { rideId, driverId } = fact.data;
  if (driverId === undefined) return null;
  const news = (type: string, data: object): News => ({ driverId, type, data: { rideId, ...data } });
  switch (fact.type) {
    case 'RideOfferExpired':
    case 'RideOfferWithdrawn': {
      const { offerId } = fact.data;
      // Who has answered waits for booking.
      if (trip.offers[offerId]?.is !== 'open') return null;
      return news(fact.type === 'RideOfferExpired' ? 'offer.expired' : 'offer.withdrawn', { offerId });
    }
    case 'RideAcceptanceRefused': {
      const { offerId, reason } = fact.data;
      return news('offer.refused', { offerId, reason });
    }
    case 'BookingCreated': {
      const { offerId, fare, pickupEtaSeconds } = fact.data;
      return news('booking.created', { offerId, fare, pickupEtaSeconds, ...trip.about });
    }
    case 'BookingCancelled': {
      const { offerId, by } = fact.data;
      return news('booking.cancelled', { offerId, by });
    }
    case 'BookingCompleted':
      return news('ride.ended', { outcome: 'completed', fare: fact.data.fare });
    case 'RideCancelled':
      return news('ride.ended', { outcome: 'cancelled', by: fact.data.by, fee: fact.data.fee });
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
