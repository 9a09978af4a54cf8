import { Controller } from '@nestjs/common';
import { DriverMoved } from '@ride/events';
import { Follow, type Heard } from '@ride/messaging';
import { DriverPositions } from './driver-positions.js';

@Controller()
export class PositionHandlers {
  constructor(private readonly positions: DriverPositions) {}

  @Follow(DriverMoved)
  moved(facts: readonly Heard<typeof DriverMoved>[]): Promise<void> {
    return this.positions.show(facts);
  }
}
