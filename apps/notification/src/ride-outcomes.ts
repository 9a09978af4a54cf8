import { Injectable } from '@nestjs/common';
import { Outcomes, type Outcome } from '@ride/http';
import { DataSource } from 'typeorm';

/** How rides ended, as their people were told. */
@Injectable()
export class RideOutcomes extends Outcomes {
  constructor(private readonly data: DataSource) {
    super();
  }

  outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]> {
    return this.data.query<Outcome[]>('SELECT id AS "rideId", outcome, endings FROM ride WHERE id = ANY($1::uuid[])', [
      rideIds,
    ]);
  }
}
