import type { Priced } from './fare.js';
import type { Money } from './money.js';

/** Times are event times of facts, in UTC milliseconds: two clocks may disagree, so a negative span is 0. */
const span = (from: number, to: number) => Math.max(0, to - from);

/** Nothing, in the area's currency. */
export function noFee({ currency }: Pick<Priced, 'currency'>): Money {
  return { minor: 0, currency };
}

/**
 * What a rider pays for cancelling: nothing before the booking or within `freeMs` after it, then the tariff's fee.
 * `bookedAt`: the time of BookingCreated; `cancelledAt`: that of RideCancellationRequested.
 */
export function cancellationFee(
  area: Priced,
  about: { readonly bookedAt?: number | undefined; readonly cancelledAt: number; readonly freeMs: number },
): Money {
  const { bookedAt, cancelledAt, freeMs } = about;
  if (bookedAt === undefined || span(bookedAt, cancelledAt) <= freeMs) return noFee(area);
  return { minor: area.tariff.cancellationFee, currency: area.currency };
}

/** What a rider pays who was not at the pickup within the waiting time. */
export function noShowFee(area: Priced): Money {
  return { minor: area.tariff.noShowFee, currency: area.currency };
}

/**
 * What waiting at the pickup costs: each minute beyond `freeMs`, by the millisecond, rounded to minor units, halves up.
 * `arrivedAt`: the time of DriverArrived; `leftAt`: that of RiderPickedUp (or of what ended the waiting).
 */
export function waitingFee(
  area: Priced,
  about: { readonly arrivedAt: number; readonly leftAt: number; readonly freeMs: number },
): Money {
  const waited = Math.max(0, span(about.arrivedAt, about.leftAt) - about.freeMs);
  return { minor: Math.round((waited * area.tariff.waitingPerMinute) / 60_000), currency: area.currency };
}
