import { Injectable } from '@nestjs/common';
import { Outcomes, type Outcome } from '@ride/http';
import { DataSource } from 'typeorm';

/** How rides ended, as the log has told the console. */
@Injectable()
export class RideOutcomes extends Outcomes {
  constructor(private readonly data: DataSource) {
    super();
  }

  outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]> {
    return this.data.query<Outcome[]>(
      `SELECT id AS "rideId", state AS outcome, endings FROM ride WHERE ended_at IS NOT NULL AND id = ANY($1::uuid[])`,
      [rideIds],
    );
  }
}
