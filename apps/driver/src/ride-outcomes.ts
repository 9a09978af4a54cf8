import { Injectable } from '@nestjs/common';
import { Outcomes, type Outcome } from '@ride/http';
import { DataSource } from 'typeorm';
import type { Trip } from './trip.state.js';

/** How rides ended, as drivers know it. */
@Injectable()
export class RideOutcomes extends Outcomes {
  constructor(private readonly data: DataSource) {
    super();
  }

  async outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]> {
    const known = await this.data.query<{ rideId: string; stage: Trip['stage'] }[]>(
      `SELECT id AS "rideId", state -> 'stage' AS stage FROM trip WHERE id = ANY($1::uuid[])`,
      [rideIds],
    );
    return known.flatMap(({ rideId, stage }) =>
      stage.is === 'ended' ? [{ rideId, outcome: stage.outcome, endings: stage.endings }] : [],
    );
  }
}
