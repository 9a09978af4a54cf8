import { Controller } from '@nestjs/common';
import { DriverMoved } from '@ride/events';
import { Follow, type Heard } from '@ride/messaging';
import { Positions } from '@ride/positions';
import { DriverPositions } from './driver-positions.js';

@Controller()
export class PositionHandlers {
  constructor(
    private readonly driving: DriverPositions,
    private readonly positions: Positions,
  ) {}

  @Follow(DriverMoved)
  async moved(facts: readonly Heard<typeof DriverMoved>[]): Promise<void> {
    const positions = facts.map(({ time, data: { driverId, location: place, area } }) => ({
      driverId,
      place,
      area,
      time,
    }));
    await Promise.all([
      this.driving.show(facts),
      this.positions.note(positions).catch(() => undefined), // while Redis is away nobody waits: the next ones come soon
    ]);
  }
}
