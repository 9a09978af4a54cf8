import { BookingHistoryRow, BookingRow, folded, type Booking } from '@ride/booking/parts';
import { TripRow, type Trip } from '@ride/driver/parts';
import { SearchRow, type Search } from '@ride/matching/parts';
import { RideRow, type Ride } from '@ride/rider/parts';
import type { World } from '../world.js';
import { must } from './check.js';

/** A ride, as far as several services know of it. */
interface Known {
  /** Of a driver on the way, at the pickup or with the rider aboard: which. */
  readonly stage: string;
  readonly offer?: string | undefined;
  /** The fare or fee of a ride that is over. */
  readonly toPay?: unknown;
  /** How often it ended. */
  readonly endings?: number;
  /** Offers that wait for an answer. */
  readonly open?: readonly string[];
}

/** Rider, driver and matching have the ride as booking has it, and its history is how it came to that. */
export function everybodyAgrees({ booking, rider, driver, matching }: World, id: string): void {
  const { state } = booking.tables.get(BookingRow, id)!;
  const truth = byBooking(state);
  const known: readonly (readonly [string, Known])[] = [
    ['rider', byRider(rider.tables.get(RideRow, id)!.state)],
    ['driver', byDriver(driver.tables.get(TripRow, id)?.state)],
    ['matching', byMatching(matching.tables.get(SearchRow, id)!.state, truth.stage)],
  ];
  for (const [who, has] of known)
    for (const [what, value] of Object.entries(has))
      must(
        'Everybody has the ride as booking has it',
        same(value, truth[what as keyof Known]),
        () =>
          `${id}: ${what} is ${JSON.stringify(value)} at ${who}, ${JSON.stringify(truth[what as keyof Known])} at booking`,
      );
  const open = truth.stage === 'requested' ? 0 : (truth.open?.length ?? 0);
  must('A ride that has a driver is offered to nobody else', open === 0, () => `${id}, ${truth.stage}: ${open} offers`);
  const history = booking.tables.all(BookingHistoryRow).filter(({ of }) => of === id);
  must('A booking is what its history makes', same(folded(history), state), () => id);
}

function byBooking(state: Booking): Known {
  if (state.is === 'unknown') return { stage: 'unknown' };
  if (state.is === 'ended') {
    const { outcome, toPay = null, endings } = state;
    return { stage: outcome, toPay, endings, open: [] };
  }
  const open = Object.entries(state.offers).flatMap(([offer, { is }]) => (is === 'open' ? [offer] : []));
  return { stage: state.is, offer: 'booked' in state ? state.booked.offerId : undefined, open: open.sort() };
}

function byRider(ride: Ride): Known {
  if (ride.is === 'unknown') return { stage: ride.is };
  if ('endings' in ride) {
    const toPay = ride.is === 'completed' ? ride.trip.fare : ride.is === 'cancelled' ? ride.fee : null;
    return { stage: ride.is, toPay, endings: ride.endings };
  }
  return {
    stage: ride.cancelling ? 'cancelling' : ride.is,
    offer: 'booking' in ride ? ride.booking.offerId : undefined,
  };
}

function byDriver(trip: Trip | undefined): Known {
  // Of a ride that nobody was offered yet drivers know nothing.
  if (trip === undefined) return { open: [], stage: 'requested' };
  const { stage, offers } = trip;
  const open = Object.entries(offers).flatMap(([offer, { is }]) => (is === 'open' || is === 'accepted' ? [offer] : []));
  if (stage.is === 'open') return { stage: 'requested', open: open.sort() };
  if (stage.is === 'ended') return { stage: stage.outcome, toPay: stage.toPay, endings: stage.endings, open };
  const isLeaving = 'leaving' in stage && stage.leaving;
  return { stage: isLeaving ? 'leaving' : stage.is, offer: stage.booked.offerId, open };
}

function byMatching(search: Search, stage: string): Known {
  if (search.is === 'unknown') return { stage: search.is };
  const open = search.offers.map(({ offerId }) => offerId).sort();
  if (search.is === 'ended') return { stage: search.outcome, endings: search.endings, open };
  if (search.is !== 'booked') return { stage: search.is === 'open' ? 'requested' : search.is, open };
  // How far the booked driver is does not concern it.
  return { stage: ['booked', 'arrived', 'aboard'].includes(stage) ? stage : search.is, offer: search.offerId, open };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
