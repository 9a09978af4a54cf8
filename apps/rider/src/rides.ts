import { deciderStore, DecisionRow } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Entity } from 'typeorm';
import { ride, type Ride } from './ride.decider.js';

/** The table also has `rider_id`, which PostgreSQL computes from the state. */
@Entity('ride')
export class RideRow extends DecisionRow<Ride> {}

export const rides = deciderStore(RideRow, ride);

export interface KnownRide {
  readonly rideId: string;
  readonly state: Ride;
}

/** A rider's rides, newest first (ids are UUIDs v7, so they sort by time); `before`: those older than this ride. */
export async function ridesOf(
  data: DataSource,
  riderId: string,
  page: { readonly limit: number; readonly before?: string | undefined },
): Promise<readonly KnownRide[]> {
  return data.query<KnownRide[]>(
    `SELECT id AS "rideId", state FROM ride
     WHERE rider_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [riderId, page.before ?? null, page.limit],
  );
}

/** Those of these rides that are known here. */
export async function ridesBy(data: DataSource, rideIds: readonly string[]): Promise<readonly KnownRide[]> {
  return data.query<KnownRide[]>('SELECT id AS "rideId", state FROM ride WHERE id = ANY($1::uuid[])', [rideIds]);
}
