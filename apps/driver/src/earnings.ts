import type { Tx } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Earning } from './earning.js';

@Entity('earning')
export class EarningRow {
  @PrimaryColumn('uuid') id!: string; // the ride's, which ends once
  @Column('uuid') driverId!: string;
  @Column('date') day!: string;
  @Column('text') timeZone!: string;
  @Column('text') kind!: Earning['kind'];
  @Column('bigint') minor!: number;
  @Column('text') currency!: string;
}

export function keepEarning(tx: Tx, { rideId: id, amount, ...earning }: Earning): void {
  tx.append(EarningRow, { id, ...earning, ...amount });
}

/** What a driver has earned in one currency, in minor units; `rides`: how many were completed. */
export interface Earned {
  readonly currency: string;
  readonly rides: number;
  readonly fares: number;
  readonly fees: number;
  readonly total: number;
}

export function earningsOf(data: DataSource, driverId: string, day: string): Promise<readonly Earned[]> {
  return data.query<Earned[]>(
    `SELECT currency, count(*) FILTER (WHERE kind = 'fare')::int AS rides,
       coalesce(sum(minor) FILTER (WHERE kind = 'fare'), 0)::float8 AS fares,
       coalesce(sum(minor) FILTER (WHERE kind = 'fee'), 0)::float8 AS fees, sum(minor)::float8 AS total
     FROM earning WHERE driver_id = $1 AND day = $2 GROUP BY currency ORDER BY currency`,
    [driverId, day],
  );
}

/** The time zone in which the driver has earned something last. */
export async function lastZoneOf(data: DataSource, driverId: string): Promise<string | undefined> {
  const [last] = await data.query<{ timeZone: string }[]>(
    'SELECT time_zone AS "timeZone" FROM earning WHERE driver_id = $1 ORDER BY day DESC LIMIT 1',
    [driverId],
  );
  return last?.timeZone;
}
