import { Injectable } from '@nestjs/common';
import { Outcomes, type Outcome } from '@ride/http';
import { DataSource } from 'typeorm';
import type { Booking } from './booking.state.js';

/** How rides ended: here it is decided. */
@Injectable()
export class RideOutcomes extends Outcomes {
  constructor(private readonly data: DataSource) {
    super();
  }

  async outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]> {
    const known = await this.data.query<{ rideId: string; state: Booking }[]>(
      'SELECT id AS "rideId", state FROM booking WHERE id = ANY($1::uuid[])',
      [rideIds],
    );
    return known.flatMap(({ rideId, state }) =>
      state.is === 'ended' ? [{ rideId, outcome: state.outcome, endings: state.endings }] : [],
    );
  }
}
