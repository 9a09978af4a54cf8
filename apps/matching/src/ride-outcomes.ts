import { Injectable } from '@nestjs/common';
import { Outcomes, type Outcome } from '@ride/http';
import { DataSource } from 'typeorm';

/** How searches ended, as their rows have it. */
@Injectable()
export class RideOutcomes extends Outcomes {
  constructor(private readonly data: DataSource) {
    super();
  }

  outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]> {
    return this.data.query<Outcome[]>(
      `SELECT id AS "rideId", state->>'outcome' AS outcome, coalesce((state->>'endings')::int, 0) AS endings
       FROM search WHERE id = ANY($1::uuid[])`,
      [rideIds],
    );
  }
}
