import { Injectable } from '@nestjs/common';
import { Outcomes, type Outcome } from '@ride/http';
import { DataSource } from 'typeorm';
import { isEnded } from './ride.state.js';
import { ridesBy } from './rides.js';

/** How rides ended, as their riders see it. */
@Injectable()
export class RideOutcomes extends Outcomes {
  constructor(private readonly data: DataSource) {
    super();
  }

  async outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]> {
    const known = await ridesBy(this.data, rideIds);
    return known.flatMap(({ rideId, state }) =>
      isEnded(state) ? [{ rideId, outcome: state.is, endings: state.endings }] : [],
    );
  }
}
