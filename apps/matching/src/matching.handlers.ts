import { Controller } from '@nestjs/common';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverBecameAvailable,
  DriverBecameUnavailable,
  RideAcceptanceRefused,
  RideAccepted,
  RideCancelled,
  RideDeclined,
  RideOfferExpired,
  RideRequested,
  RideUnfulfilled,
  SearchExhausted,
} from '@ride/events';
import { On, type Tx } from '@ride/messaging';
import { Positions } from '@ride/positions';
import { noteAvailability } from './drivers.js';
import { Rounds } from './rounds.js';
import { hear, withdrawOfferOf } from './search-changes.js';
import type { SearchHears } from './search.state.js';

const MOVES_A_SEARCH = [
  RideRequested,
  RideDeclined,
  RideAccepted,
  RideOfferExpired,
  SearchExhausted,
  BookingCreated,
  RideAcceptanceRefused,
  BookingCancelled,
  BookingCompleted,
  RideCancelled,
  RideUnfulfilled,
] as const;

/** Facts only write down searches and free drivers; rounds make the offers. */
@Controller()
export class MatchingHandlers {
  constructor(
    private readonly positions: Positions,
    private readonly rounds: Rounds,
  ) {}

  @On(...MOVES_A_SEARCH)
  async search(fact: SearchHears, tx: Tx): Promise<void> {
    const area = await hear(tx, fact);
    if (area !== undefined) tx.afterCommit(() => this.rounds.request(area));
  }

  @On(DriverBecameAvailable)
  async available(fact: DriverBecameAvailable, tx: Tx): Promise<void> {
    if (!(await noteAvailability(tx, fact))) return;
    const { driverId, location, area } = fact.data;
    tx.afterCommit(async () => {
      // Without it the driver is found as soon as Redis is back and the next position arrives.
      await this.positions.note([{ driverId, place: location, area, time: fact.time }]).catch(() => undefined);
      this.rounds.request(area);
    });
  }

  @On(DriverBecameUnavailable)
  async unavailable(fact: DriverBecameUnavailable, tx: Tx): Promise<void> {
    if (!(await noteAvailability(tx, fact)) || fact.data.reason === 'booked') return;
    const area = await withdrawOfferOf(tx, fact.data.driverId, 'driver_unavailable');
    if (area !== undefined) tx.afterCommit(() => this.rounds.request(area));
  }
}
