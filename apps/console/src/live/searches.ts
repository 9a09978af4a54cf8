import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  RideAcceptanceRefused,
  RideCancelled,
  RideDeclined,
  RideOfferExpired,
  RideOffered,
  RideOfferWithdrawn,
  RideRequested,
  RideUnfulfilled,
  SearchExhausted,
} from '@ride/events';
import { areaOf, type Place } from '@ride/geo';
import { Watch, type Watched } from '@ride/messaging';

/** Most searches are over within minutes. One of a ride that was booked longer ago, and is left by its driver, is seen at its next offer. */
const LAST_MS = 900_000;
/** Rides that go on, or have just been forgotten by the log: beyond it the oldest are left out. */
const MOST = 100_000;

interface Search {
  readonly area: string;
  readonly pickup: Place;
  readonly isOpen: boolean;
  /** Event time, UTC milliseconds. */
  readonly openedAt: number;
  readonly expiresAt: number;
  /** Drivers who are being asked, by offer. */
  readonly offers: ReadonlyMap<string, string>;
}
export interface OpenSearch {
  readonly rideId: string;
  readonly pickup: Place;
  readonly openedAt: number;
  readonly offers: number;
}

const MOVES_A_SEARCH = [
  RideRequested,
  RideOffered,
  RideDeclined,
  RideOfferExpired,
  RideOfferWithdrawn,
  RideAcceptanceRefused,
  SearchExhausted,
  BookingCreated,
  BookingCancelled,
  BookingCompleted,
  RideCancelled,
  RideUnfulfilled,
] as const;
type Moves = Watched<(typeof MOVES_A_SEARCH)[number]>;

/** For which rides a driver is looked for, and who is being asked, as the log says. */
export class Searches {
  readonly #searches = new Map<string, Search>();
  /** By driver: a driver is asked for one ride at a time. */
  readonly #asked = new Map<string, string>();

  @Watch({ last: LAST_MS }, ...MOVES_A_SEARCH)
  see(facts: readonly Moves[]): void {
    for (const fact of facts) this.#hear(fact);
  }

  /** Whether the driver is being asked. */
  isAsked(driverId: string): boolean {
    return this.#asked.has(driverId);
  }

  open(area: string, now = Date.now()): readonly OpenSearch[] {
    const open: OpenSearch[] = [];
    for (const [rideId, search] of this.#searches)
      if (search.isOpen && search.area === area && search.expiresAt > now)
        open.push({ rideId, pickup: search.pickup, openedAt: search.openedAt, offers: search.offers.size });
    return open;
  }

  #hear(fact: Moves): void {
    const { rideId } = fact.data;
    const known = this.#searches.get(rideId);
    switch (fact.type) {
      case 'RideRequested': {
        const { area, pickup, expiresAt } = fact.data;
        return this.#keep(rideId, { area, pickup, expiresAt, isOpen: true, openedAt: fact.time, offers: new Map() });
      }
      case 'RideOffered': {
        const { offerId, driverId, pickup, expiresAt } = fact.data;
        this.#asked.set(driverId, offerId);
        const search = known ?? { area: areaAt(pickup), pickup, expiresAt, isOpen: true, openedAt: fact.time };
        const offers = new Map(known?.offers).set(offerId, driverId);
        return this.#keep(rideId, { ...search, isOpen: true, offers });
      }
      case 'RideDeclined':
      case 'RideOfferExpired':
      case 'RideOfferWithdrawn':
      case 'RideAcceptanceRefused': {
        const { offerId, driverId } = fact.data;
        this.#notAsked(driverId, offerId);
        if (!known) return;
        const offers = new Map(known.offers);
        offers.delete(offerId);
        return this.#keep(rideId, { ...known, offers });
      }
      case 'SearchExhausted':
      case 'BookingCreated':
        this.#nobodyIsAsked(known);
        return known && this.#keep(rideId, { ...known, isOpen: false, offers: new Map() });
      case 'BookingCancelled': {
        const { expiresAt } = fact.data;
        return known && this.#keep(rideId, { ...known, isOpen: true, openedAt: fact.time, expiresAt });
      }
      case 'BookingCompleted':
      case 'RideCancelled':
      case 'RideUnfulfilled':
        this.#nobodyIsAsked(known);
        this.#searches.delete(rideId);
    }
  }

  #keep(rideId: string, search: Search): void {
    this.#searches.set(rideId, search);
    if (this.#searches.size <= MOST) return;
    const [[oldestId, oldest] = []] = this.#searches;
    this.#nobodyIsAsked(oldest);
    if (oldestId !== undefined) this.#searches.delete(oldestId);
  }

  #nobodyIsAsked(search: Search | undefined): void {
    for (const [offerId, driverId] of search?.offers ?? []) this.#notAsked(driverId, offerId);
  }

  #notAsked(driverId: string, offerId: string): void {
    if (this.#asked.get(driverId) === offerId) this.#asked.delete(driverId);
  }
}

/** Of a ride whose request was not heard; its pickup stood in an area when it was. */
function areaAt(pickup: Place): string {
  try {
    return areaOf(pickup).id;
  } catch {
    return '';
  }
}
