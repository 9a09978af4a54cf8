import { settings } from '@ride/configuration';
import type { Slice } from '@ride/http';
import { deciderStore, DecisionRow } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Entity } from 'typeorm';
import { ride } from './ride.decider.js';
import type { Ride } from './ride.state.js';

/** The table also has `rider_id`, which PostgreSQL computes from the state. */
@Entity('ride')
export class RideRow extends DecisionRow<Ride> {}

export const rides = deciderStore(RideRow, ride(settings().rules));

export interface KnownRide {
  readonly rideId: string;
  readonly state: Ride;
}

/** A rider's rides. */
export async function ridesOf(
  data: DataSource,
  riderId: string,
  { before, limit }: Slice,
): Promise<readonly KnownRide[]> {
  return data.query<KnownRide[]>(
    `SELECT id AS "rideId", state FROM ride
     WHERE rider_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [riderId, before ?? null, limit],
  );
}

/** Those of these rides that are known here. */
export async function ridesBy(data: DataSource, rideIds: readonly string[]): Promise<readonly KnownRide[]> {
  return data.query<KnownRide[]>('SELECT id AS "rideId", state FROM ride WHERE id = ANY($1::uuid[])', [rideIds]);
}
