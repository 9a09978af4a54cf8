import { BookingRow, LiveBookingRow } from '@ride/booking/parts';
import { OpenOfferRow, SearchRow } from '@ride/matching/parts';
import { settings } from '@ride/configuration';
import { Log, type Said } from '../model/log.js';
import { mayBeAsked } from './offered.js';
import type { Name, World } from '../world.js';
import { must } from './check.js';

/** What holds after every commit, whatever has been heard so far. */
export function always(world: World, who: Name, said: readonly Said[]): void {
  if (who === 'booking') oneLiveBooking(world);
  if (who === 'matching') {
    oneOpenOffer(world);
    for (const fact of said)
      if (fact.type === 'RideOffered') mayBeAsked(world.matching.heard(Log.streamOf(fact)), fact);
  }
  if (who === 'driver') for (const fact of said) silentOnes(world, fact);
}

/** A position is passed on to shift and ride when the last one is older than a third of what counts as fresh. */
function silentOnes({ clock, log, seen }: World, { type, data, cause }: Said): void {
  const { positionFreshMs, silentTripMs } = settings().rules;
  // Who was silent on a ride is, whatever comes afterwards.
  const isOfRide = log.find(cause.id)?.data['by'] === 'silence';
  const isOfShift = data['reason'] === 'silent' && !isOfRide;
  const mayBe = type === 'DriverFellSilent' ? silentTripMs : isOfShift ? positionFreshMs : 0;
  const silence = clock.now - (seen.get(String(data['driverId'])) ?? 0);
  must('Nobody who reports is called silent', silence >= mayBe - positionFreshMs / 3, () => `after ${silence} ms`);
}

function oneLiveBooking({ booking: { tables } }: World): void {
  const live = tables
    .all(BookingRow)
    .flatMap(({ id, state }) => ('booked' in state ? [[state.booked.driverId, id]] : []));
  const held = tables.all(LiveBookingRow).flatMap(({ id, rideId }) => (rideId === null ? [] : [[id, rideId]]));
  must('A driver has at most one live booking', new Set(live.map(([driver]) => driver)).size === live.length, () =>
    show(live),
  );
  must(
    'The index of live bookings is what the bookings say',
    same(live, held),
    () => `${show(live)} and ${show(held)}`,
  );
}

function oneOpenOffer({ matching: { tables } }: World): void {
  const offered = tables
    .all(SearchRow)
    .flatMap(({ id, state }) =>
      'offers' in state ? state.offers.map(({ driverId, offerId, slot }) => [driverId, offerId, id, slot]) : [],
    );
  const held = tables.all(OpenOfferRow).map(({ id, offerId, rideId, slot }) => [id, offerId, rideId, slot]);
  must('A driver has at most one open offer', new Set(offered.map(([driver]) => driver)).size === offered.length, () =>
    show(offered),
  );
  must(
    'The index of open offers is what the searches say',
    same(offered, held),
    () => `${show(offered)} and ${show(held)}`,
  );
}

const show = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join(' ') || 'nothing';
const same = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length &&
  a
    .map((row) => JSON.stringify(row))
    .sort()
    .join() ===
    b
      .map((row) => JSON.stringify(row))
      .sort()
      .join();
