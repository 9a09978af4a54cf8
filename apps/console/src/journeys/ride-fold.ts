import type { OUTCOMES, RideState } from './ride-states.js';
import type { RecordRow } from './journal-rows.js';

/** A row of `ride`: what the log has said of it so far. */
export interface RideRow {
  readonly id: string;
  readonly state: RideState;
  readonly rider_id: string | null;
  readonly driver_id: string | null;
  readonly offer_id: string | null;
  readonly area: string | null;
  readonly requested_at: string | null;
  readonly since: string;
  readonly ended_at: string | null;
  readonly endings: number;
  readonly upto: string;
}

interface Said {
  readonly riderId?: string;
  readonly driverId?: string;
  readonly offerId?: string;
  readonly area?: string;
}
const ENDINGS: Readonly<Record<string, (typeof OUTCOMES)[number]>> = {
  BookingCompleted: 'completed',
  RideCancelled: 'cancelled',
  RideUnfulfilled: 'unfulfilled',
};
const TRIP: Readonly<Record<string, RideState>> = { DriverArrived: 'arrived', RiderPickedUp: 'aboard' };

/** The ride after one more fact of its log; facts of another offer than the booked one change nothing. */
export function afterFact(ride: RideRow | undefined, { type = '', key, at, place, data }: RecordRow): RideRow {
  const said = (data ?? {}) as Said;
  const known = ride ?? nothingOf(key ?? '', at);
  const upto = place;
  const ending = ENDINGS[type];
  if (ending !== undefined) {
    const { ended_at } = known;
    const first = ended_at === null ? { state: ending, since: at, ended_at: at } : {};
    return { ...known, ...first, endings: known.endings + 1, upto };
  }
  if (type === 'RideRequested')
    return { ...known, rider_id: said.riderId ?? null, area: said.area ?? null, requested_at: at, upto };
  if (known.ended_at !== null) return { ...known, upto };
  if (type === 'BookingCreated') {
    const booked = { driver_id: said.driverId ?? null, offer_id: said.offerId ?? null };
    return { ...known, ...booked, rider_id: said.riderId ?? known.rider_id, state: 'booked', since: at, upto };
  }
  if (type === 'BookingCancelled')
    return { ...known, driver_id: null, offer_id: null, state: 'requested', since: at, upto };
  const state = TRIP[type];
  if (state === undefined || said.offerId !== known.offer_id) return { ...known, upto };
  return { ...known, state, since: at, upto };
}

function nothingOf(id: string, since: string): RideRow {
  const nobody = { rider_id: null, driver_id: null, offer_id: null };
  const open = { area: null, requested_at: null, ended_at: null, endings: 0 };
  return { id, state: 'requested', ...nobody, ...open, since, upto: '-1' };
}
