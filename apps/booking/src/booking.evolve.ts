import { isOf, type Booking, type BookingHears, type BookingSays, type Offer } from './booking.state.js';

/** Folds what was heard and what was said; `at`: event time, UTC milliseconds. */
export function evolve(state: Booking, fact: BookingHears | BookingSays, at: number): Booking {
  if (fact.type === 'RideRequested')
    return state.is === 'unknown' ? { is: 'requested', ride: { ...fact.data, reopened: false }, offers: {} } : state;
  if (state.is === 'unknown') return state;
  if (state.is === 'ended') return isEnding(fact) ? { ...state, endings: state.endings + 1 } : state;
  const ended = { is: 'ended', ride: state.ride, endings: 1, endedAt: at } as const;
  switch (fact.type) {
    case 'RideOffered': {
      const { offerId, driverId, pickupEtaSeconds } = fact.data;
      return { ...state, offers: { ...state.offers, [offerId]: { driverId, pickupEtaSeconds, is: 'open' } } };
    }
    case 'RideOfferExpired':
      return { ...state, offers: closed(state.offers, fact.data.offerId, 'expired') };
    case 'RideDeclined':
    case 'RideOfferWithdrawn':
    case 'RideAcceptanceRefused':
      return { ...state, offers: closed(state.offers, fact.data.offerId, 'over') };
    case 'BookingCreated': {
      const { driverId, offerId, fare, pickupEtaSeconds } = fact.data;
      const booked = { driverId, offerId, fare, pickupEtaSeconds, bookedAt: at };
      return { is: 'booked', ride: state.ride, offers: closed(state.offers, offerId, 'over'), booked };
    }
    case 'BookingCancelled': {
      const ride = { ...state.ride, expiresAt: fact.data.expiresAt, reopened: true };
      return { is: 'requested', ride, offers: state.offers };
    }
    case 'DriverArrived':
      return state.is === 'booked' && isOf(state, fact) ? { ...state, is: 'arrived', arrivedAt: at } : state;
    case 'RiderPickedUp':
      return state.is === 'arrived' && isOf(state, fact) ? { ...state, is: 'aboard', pickedUpAt: at } : state;
    case 'BookingCompleted':
      return { ...ended, outcome: 'completed', driverId: fact.data.driverId, toPay: fact.data.fare };
    case 'RideCancelled':
      return { ...ended, outcome: 'cancelled', driverId: fact.data.driverId, toPay: fact.data.fee };
    case 'RideUnfulfilled':
      return { ...ended, outcome: 'unfulfilled' };
    case 'RideAccepted':
    case 'SearchExhausted':
    case 'RideCancellationRequested':
    case 'RideCancellationRefused':
    case 'RiderDidNotShow':
    case 'RiderDroppedOff':
    case 'DriverFellSilent':
    case 'TripTimedOut':
      return state;
  }
}

function isEnding({ type }: BookingHears | BookingSays): boolean {
  return type === 'BookingCompleted' || type === 'RideCancelled' || type === 'RideUnfulfilled';
}

/** What ended an offer first stays. */
function closed(offers: Readonly<Record<string, Offer>>, offerId: string, is: 'expired' | 'over') {
  const offer = offers[offerId];
  return offer?.is === 'open' ? { ...offers, [offerId]: { ...offer, is } } : offers;
}
