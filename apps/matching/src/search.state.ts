import type {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  RideAcceptanceRefused,
  RideAccepted,
  RideCancelled,
  RideDeclined,
  RideOfferExpired,
  RideRequested,
  RideUnfulfilled,
  SearchExhausted,
} from '@ride/events';

/** Times are milliseconds. */
export interface SearchRules {
  readonly offerMs: number;
  readonly offersAtOnce: number;
}

/** What is asked for. */
export type Ask = Omit<RideRequested['data'], 'riderId' | 'expiresAt'>;
/** A driver who is being asked, or has accepted and waits for booking's answer. */
export interface Offer {
  readonly offerId: string;
  readonly driverId: string;
  /** 1 to offersAtOnce: no two offers of a ride have the same. */
  readonly slot: number;
  readonly expiresAt: number;
  readonly accepted: boolean;
}
export interface Known {
  /** null: the request was never heard. */
  readonly ask: Ask | null;
  readonly requestedAt: number;
  /** How often drivers have been offered the ride. */
  readonly round: number;
  readonly offers: readonly Offer[];
  /** Drivers who are not asked again: they declined, let the offer pass, were refused, or left the ride. */
  readonly leftOut: readonly string[];
}
interface Asking extends Known {
  readonly ask: Ask;
  /** When it began to look: the radius grows from then. */
  readonly openedAt: number;
  readonly expiresAt: number;
  /** A driver has left the ride: it goes before others. */
  readonly wasLeft: boolean;
}
export interface OpenSearch extends Asking {
  readonly is: 'open';
}
export interface Ended {
  readonly is: 'ended';
  readonly outcome: 'completed' | 'cancelled' | 'unfulfilled';
  /** How often an end was heard: once. */
  readonly endings: number;
  readonly offers: readonly Offer[];
}
/** The search for a ride's driver. `exhausted`: said to be over, and booking has not ended the ride yet. */
export type Search =
  | { readonly is: 'unknown' }
  | OpenSearch
  | (Asking & { readonly is: 'exhausted' })
  | (Known & { readonly is: 'booked'; readonly driverId: string; readonly offerId: string })
  | Ended;

export type SearchHears =
  | RideRequested
  | RideDeclined
  | RideAccepted
  | RideOfferExpired
  | SearchExhausted
  | BookingCreated
  | RideAcceptanceRefused
  | BookingCancelled
  | BookingCompleted
  | RideCancelled
  | RideUnfulfilled;

/** With less than this left, milliseconds, nobody can answer any more. */
const LEAST_TO_ANSWER = 3_000;

/** Slots that a round may fill now. None while an acceptance waits for booking's answer: it would only be disappointed. */
export function freeSlots(search: Search, { offerMs, offersAtOnce }: SearchRules, now: number): readonly number[] {
  if (search.is !== 'open' || search.expiresAt - now < Math.min(offerMs, LEAST_TO_ANSWER)) return [];
  if (search.offers.some(({ accepted }) => accepted)) return [];
  const taken = new Set(search.offers.map(({ slot }) => slot));
  return Array.from({ length: offersAtOnce }, (_, index) => index + 1).filter((slot) => !taken.has(slot));
}

export function canBeOffered(search: OpenSearch, driverId: string): boolean {
  return !search.leftOut.includes(driverId) && !search.offers.some((offer) => offer.driverId === driverId);
}

/** The driver has not answered yet. */
export function mayBeAnswered(offer: Offer): boolean {
  return !offer.accepted;
}

export function leftOut(search: Search, driverId: string): Search {
  if (search.is === 'unknown' || search.is === 'ended' || search.leftOut.includes(driverId)) return search;
  return { ...search, leftOut: [...search.leftOut, driverId] };
}
