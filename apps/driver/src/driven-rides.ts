import type { Slice } from '@ride/http';
import type { DataSource } from 'typeorm';
import type { Shift } from './shift.state.js';
import type { Trip } from './trip.state.js';

/** A ride that was offered to a driver. */
export interface OfferedRide {
  readonly offerId: string;
  readonly rideId: string;
  readonly state: Trip;
}

/**
 * The present ones are among them: a driver has one open offer at a time, and none while on a ride. (More than one, since
 * of two that are made at almost the same time by two instances the ids may be in either order.)
 */
const LAST_OFFERS = 5;

/** The rides that the driver was booked for, the present one and those they left among them; the last offered first. */
export function ridesDrivenBy(
  data: DataSource,
  driverId: string,
  { before, limit }: Slice,
): Promise<readonly OfferedRide[]> {
  return data.query<OfferedRide[]>(
    `SELECT o.id AS "offerId", t.id AS "rideId", t.state FROM offer o JOIN trip t ON t.id = o.ride_id
     WHERE o.driver_id = $1 AND ($2::uuid IS NULL OR o.id < $2)
       AND t.state -> 'offers' -> o.id::text ->> 'is' IN ('booked', 'left') ORDER BY o.id DESC LIMIT $3`,
    [driverId, before ?? null, limit],
  );
}

/** The shift, and the last rides that the driver was offered, the last first: as they were at one moment. */
export async function presentOf(
  data: DataSource,
  driverId: string,
): Promise<{ readonly shift: Shift | null; readonly offered: readonly OfferedRide[] }> {
  const [present] = await data.query<[{ shift: Shift | null; offered: readonly OfferedRide[] | null }]>(
    `SELECT (SELECT state FROM shift WHERE id = $1) AS shift, json_agg(
       json_build_object('offerId', o.id, 'rideId', t.id, 'state', t.state) ORDER BY o.id DESC) AS offered
     FROM (SELECT id, ride_id FROM offer WHERE driver_id = $1 ORDER BY id DESC LIMIT $2) o JOIN trip t ON t.id = o.ride_id`,
    [driverId, LAST_OFFERS],
  );
  return { shift: present.shift, offered: present.offered ?? [] };
}

/** An offer that the driver can answer, or has accepted and waits for booking to answer. */
export function isPresentOffer({ offerId, state: { stage, offers } }: OfferedRide): boolean {
  const is = offers[offerId]?.is;
  return stage.is === 'open' && (is === 'open' || is === 'accepted');
}

/** A ride that the driver is on. */
export function isPresentRide({ offerId, state: { stage } }: OfferedRide): boolean {
  return stage.is !== 'open' && stage.is !== 'ended' && stage.booked.offerId === offerId;
}
