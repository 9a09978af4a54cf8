import { settings } from '@ride/configuration';
import type { Slice } from '@ride/http';
import { deciderStore, DecisionRow, type UnitOfWork } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Entity } from 'typeorm';
import { ride } from './ride.decider.js';
import type { DrivenRide, Ride } from './ride.state.js';

/** The table also has `rider_id`, and `driver_id` of a live ride with a driver, which PostgreSQL computes from the state. */
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

/** The live rides of these drivers. */
export async function ridesDrivenBy(
  work: UnitOfWork,
  driverIds: readonly string[],
): Promise<readonly (KnownRide & { readonly state: DrivenRide })[]> {
  const sql = 'SELECT id AS "rideId", state FROM ride WHERE driver_id = ANY($1::uuid[])';
  return work.find('rides driven by', sql, [driverIds]);
}
