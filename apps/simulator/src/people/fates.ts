import { Random } from '../random.js';

/** How often people do something else than ride along; probabilities, 0 to 1. */
export interface Rates {
  /** Per offer: the driver says no. */
  readonly decline: number;
  /** Per offer: the driver does not answer. */
  readonly ignore: number;
  /** Per ride: the rider wants out. */
  readonly cancelRider: number;
  /** Per booking: the driver wants out before the pickup. */
  readonly cancelDriver: number;
  /** Per ride: the rider does not come to the pickup. */
  readonly noShow: number;
  /** Per booking: nothing is heard of the driver any more, before the pickup. */
  readonly silent: number;
  /** Per booking: nothing is heard of the driver any more, with the rider aboard. */
  readonly silentAboard: number;
}

/** Every ride is accepted, driven and completed. */
export const NO_MISHAPS: Rates = {
  decline: 0,
  ignore: 0,
  cancelRider: 0,
  cancelDriver: 0,
  noShow: 0,
  silent: 0,
  silentAboard: 0,
};

export type RiderFate =
  | { readonly does: 'ride' }
  /** A while after that was seen; `share`, 0 to 1, of the time that it usually takes to the next step. */
  | { readonly does: 'cancel'; readonly once: 'requested' | 'booked' | 'arrived'; readonly share: number }
  | { readonly does: 'not show' };
export type OfferFate = 'accept' | 'decline' | 'ignore';
export type DriverFate =
  | { readonly does: 'drive' }
  /** `share`, 0 to 1, of the way; at the pickup: of the waiting time. */
  | { readonly does: 'cancel' | 'fall silent'; readonly during: 'way' | 'waiting' | 'trip'; readonly share: number };

/**
 * What people will do, drawn by seed and trip: not by who asks when, so that the same seed gives the same fates however the
 * services are timed. Of one ride the n-th offer and the n-th booking have fates of their own.
 */
export class Fates {
  constructor(
    private readonly rates: Rates,
    private readonly seed: number,
  ) {}

  ofRider(tripId: string): RiderFate {
    const random = this.#of(`rider ${tripId}`);
    const { cancelRider, noShow } = this.rates;
    const drawn = random.next();
    if (drawn < noShow) return { does: 'not show' };
    if (drawn >= noShow + cancelRider) return { does: 'ride' };
    return { does: 'cancel', once: random.pick(['requested', 'booked', 'arrived'] as const), share: random.next() };
  }

  ofOffer(tripId: string, nth: number): OfferFate {
    const { decline, ignore } = this.rates;
    const drawn = this.#of(`offer ${nth} ${tripId}`).next();
    if (drawn < decline) return 'decline';
    return drawn < decline + ignore ? 'ignore' : 'accept';
  }

  ofBooking(tripId: string, nth: number): DriverFate {
    const random = this.#of(`booking ${nth} ${tripId}`);
    const { cancelDriver, silent, silentAboard } = this.rates;
    const drawn = random.next();
    const share = random.next();
    const during = random.pick(['way', 'waiting'] as const);
    if (drawn < cancelDriver) return { does: 'cancel', during, share };
    if (drawn < cancelDriver + silent) return { does: 'fall silent', during, share };
    if (drawn < cancelDriver + silent + silentAboard) return { does: 'fall silent', during: 'trip', share };
    return { does: 'drive' };
  }

  #of(what: string): Random {
    return new Random(hashOf(`${this.seed} ${what}`));
  }
}

/** FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
