import { rejections, type Decider } from '@ride/decider';
import { RideOffered, RideOfferExpired, RideOfferWithdrawn, SearchExhausted } from '@ride/events';
import type { Made } from '@ride/events';
import { canBeOffered, freeSlots, leftOut, mayBeAnswered } from './search.state.js';
import type { Ended, Known, Offer, OpenSearch, Search, SearchHears, SearchRules } from './search.state.js';

export const searchRejections = rejections({
  search_closed: 'This ride takes no more offers now: it is accepted, booked, ended, or has as many as it may have.',
  driver_left_out: 'This driver declined, let pass or left this ride, or is being asked: offer it to another one.',
});

export interface Pick {
  readonly offerId: string;
  readonly driverId: string;
  readonly pickupEtaSeconds: number;
}
export type SearchCommand =
  | { readonly do: 'offer'; readonly rideId: string; readonly picks: readonly Pick[] }
  | { readonly do: 'withdraw'; readonly rideId: string; readonly driverId: string; readonly reason: WithdrawnBecause };
type WithdrawnBecause = Made<typeof RideOfferWithdrawn>['data']['reason'];
export type SearchSays = Made<
  typeof RideOffered | typeof RideOfferExpired | typeof RideOfferWithdrawn | typeof SearchExhausted
>;

/**
 * Who is offered a ride, and until when. Rounds choose the drivers; what the log says decides what becomes of it: an
 * offer that was accepted waits for booking's answer, and a deadline counts only when it is heard back.
 */
export function search(rules: SearchRules): Decider<Search, SearchCommand, SearchHears, SearchSays> {
  return {
    initial: { is: 'unknown' },

    decide: (search, command, now) => {
      const { rideId } = command;
      switch (command.do) {
        case 'offer': {
          if (search.is !== 'open' || command.picks.length > freeSlots(search, rules, now).length)
            throw searchRejections.search_closed();
          if (!command.picks.every(({ driverId }) => canBeOffered(search, driverId)))
            throw searchRejections.driver_left_out();
          const { pickup, dropoff, fareEstimate } = search.ask;
          const expiresAt = Math.min(now + rules.offerMs, search.expiresAt); // an offer never outlives its search
          const common = { rideId, round: search.round + 1, pickup, dropoff, fareEstimate, expiresAt };
          return command.picks.map((pick) => RideOffered({ ...common, ...pick }));
        }
        case 'withdraw':
          return withdrawn(search, rideId, command.reason, ({ driverId }) => driverId === command.driverId);
      }
    },

    react: (search, { type, data }) => {
      const { rideId } = data;
      switch (type) {
        case 'BookingCreated':
          return withdrawn(search, rideId, 'ride_booked', ({ offerId }) => offerId !== data.offerId);
        case 'BookingCompleted':
        case 'RideCancelled':
        case 'RideUnfulfilled':
          return withdrawn(search, rideId, 'ride_ended');
        case 'RideRequested':
        case 'RideDeclined':
        case 'RideAccepted':
        case 'RideOfferExpired':
        case 'SearchExhausted':
        case 'RideAcceptanceRefused':
        case 'BookingCancelled':
          return []; // the next round goes on
      }
    },

    evolve: (search, fact, at) => {
      switch (fact.type) {
        case 'RideRequested': {
          if (search.is !== 'unknown') return search;
          const { riderId: _, expiresAt, ...ask } = fact.data;
          const known = { ...NOTHING, requestedAt: at };
          return { ...known, is: 'open', ask, openedAt: at, expiresAt, wasLeft: false };
        }
        case 'RideOffered': {
          const slot = search.is === 'open' ? freeSlots(search, rules, at)[0] : undefined;
          if (search.is !== 'open' || slot === undefined) return search;
          const { offerId, driverId, round, expiresAt } = fact.data;
          const offer: Offer = { offerId, driverId, slot, expiresAt, accepted: false };
          return { ...search, round, offers: [...search.offers, offer] };
        }
        case 'RideAccepted': {
          const { offerId } = fact.data;
          return withOffers(search, (offer) => (offer.offerId === offerId ? { ...offer, accepted: true } : offer));
        }
        case 'RideDeclined':
        case 'RideOfferExpired': // after its acceptance in the log it says nothing: booking answers that
          return leftOut(
            without(search, fact.data.offerId, (offer) => !offer.accepted),
            fact.data.driverId,
          );
        case 'RideAcceptanceRefused': // nor asked again: who could not be booked now would be refused again
          return leftOut(without(search, fact.data.offerId), fact.data.driverId);
        case 'RideOfferWithdrawn':
          return without(search, fact.data.offerId);
        case 'SearchExhausted':
          // Of the search before this one, when it was said by someone who hadn't yet heard of the booking between them.
          return search.is === 'open' && at >= search.expiresAt ? { ...search, is: 'exhausted' } : search;
        case 'BookingCreated': {
          if (search.is === 'ended') return search;
          const { driverId, offerId } = fact.data;
          const known = search.is === 'unknown' ? { ...NOTHING, requestedAt: at } : without(search, offerId);
          return { ...known, is: 'booked', driverId, offerId };
        }
        case 'BookingCancelled': {
          if (search.is !== 'booked' || search.offerId !== fact.data.offerId) return search;
          const { driverId, offerId: _, ask, ...known } = search;
          if (ask === null) return { is: 'unknown' };
          const { expiresAt } = fact.data;
          const open: OpenSearch = { ...known, is: 'open', ask, openedAt: at, expiresAt, wasLeft: true };
          return leftOut(open, driverId);
        }
        case 'BookingCompleted':
          return ended(search, 'completed');
        case 'RideCancelled':
          return ended(search, 'cancelled');
        case 'RideUnfulfilled':
          return ended(search, 'unfulfilled');
      }
    },

    deadline: {
      at: (search) => {
        if (search.is !== 'open') return null;
        return Math.min(search.expiresAt, ...search.offers.filter(mayBeAnswered).map(({ expiresAt }) => expiresAt));
      },
      // All that is due is said at once: for a minute the store doesn't come back for what was due before it said something.
      passed: (search, now) => {
        if (search.is !== 'open') return [];
        const late = search.offers.filter((offer) => mayBeAnswered(offer) && offer.expiresAt <= now);
        const { rideId } = search.ask;
        const expired = late.map(({ offerId, driverId }) => RideOfferExpired({ rideId, offerId, driverId }));
        if (search.expiresAt > now) return expired;
        const reason = search.round === 0 ? 'no_driver_nearby' : 'none_accepted';
        return [...expired, SearchExhausted({ rideId, reason })];
      },
    },
  };
}

/** Of a ride whose request was never heard. */
const NOTHING = { ask: null, round: 0, offers: [], leftOut: [] } satisfies Omit<Known, 'requestedAt'>;

/** Takes back what may still be answered; who has accepted gets booking's answer instead. */
function withdrawn(
  search: Search,
  rideId: string,
  reason: WithdrawnBecause,
  which: (offer: Offer) => boolean = () => true,
) {
  if (search.is === 'unknown') return [];
  const offers = search.offers.filter((offer) => mayBeAnswered(offer) && which(offer));
  return offers.map(({ offerId, driverId }) => RideOfferWithdrawn({ rideId, offerId, driverId, reason }));
}

function withOffers(search: Search, change: (offer: Offer) => Offer): Search {
  return search.is === 'unknown' ? search : { ...search, offers: search.offers.map(change) };
}
function without<S extends Search>(search: S, offerId: string, which: (offer: Offer) => boolean = () => true): S {
  if (search.is === 'unknown') return search;
  return { ...search, offers: search.offers.filter((offer) => offer.offerId !== offerId || !which(offer)) };
}
/** The first end stands; that another was heard is for operators to see. */
function ended(search: Search, outcome: Ended['outcome']): Ended {
  if (search.is === 'ended') return { ...search, endings: search.endings + 1 };
  const offers = search.is === 'unknown' ? [] : search.offers; // accepted ones wait for their refusal
  return { is: 'ended', outcome, endings: 1, offers };
}
