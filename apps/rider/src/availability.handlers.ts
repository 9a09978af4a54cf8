import { Controller } from '@nestjs/common';
import { DriverBecameAvailable, DriverBecameUnavailable } from '@ride/events';
import { On, type Tx } from '@ride/messaging';
import { Positions } from '@ride/positions';
import { noteAvailability } from './driver-availability.js';

@Controller()
export class AvailabilityHandlers {
  constructor(private readonly positions: Positions) {}

  @On(DriverBecameAvailable, DriverBecameUnavailable)
  async follow(fact: DriverBecameAvailable | DriverBecameUnavailable, tx: Tx): Promise<void> {
    if (!(await noteAvailability(tx, fact)) || fact.type === 'DriverBecameUnavailable') return;
    const { driverId, location: place, area } = fact.data;
    // Without it the driver is found with their next position.
    tx.afterCommit(() => this.positions.note([{ driverId, place, area, time: fact.time }]).catch(() => undefined));
  }
}
