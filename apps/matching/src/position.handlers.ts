import { Controller } from '@nestjs/common';
import { DriverMoved } from '@ride/events';
import { Follow, type Heard } from '@ride/messaging';
import { Positions } from '@ride/positions';

/** Waits in place while Redis is away: what it throws makes the batch come again. */
@Controller()
export class PositionHandlers {
  constructor(private readonly positions: Positions) {}

  @Follow(DriverMoved)
  moved(facts: readonly Heard<typeof DriverMoved>[]): Promise<void> {
    return this.positions.note(
      facts.map(({ time, data: { driverId, location, area } }) => ({ driverId, place: location, area, time })),
    );
  }
}
