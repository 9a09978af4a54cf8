import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { pinOf } from '@ride/http';
import { DataSource } from 'typeorm';
import { driverCards } from './driver-cards.js';
import { DriverPositions } from './driver-positions.js';
import { driverOf, viewOf } from './ride-view.js';
import type { KnownRide } from './rides.js';

/** Rides with what else their rider sees of them: who the driver is, where, and the PIN. */
@Injectable()
export class RideViews {
  constructor(
    private readonly data: DataSource,
    private readonly positions: DriverPositions,
  ) {}

  async of(known: readonly KnownRide[]) {
    const drivers = known.flatMap(({ state }) => driverOf(state) ?? []);
    const [cards, whereabouts] = await Promise.all([
      driverCards(this.data, drivers),
      Promise.all(known.map((ride) => this.positions.of(ride))),
    ]);
    return known.flatMap(({ rideId, state }, n) => {
      if (state.is === 'unknown') return [];
      const pin = (offerId: string) => pinOf(settings().pinSecret, rideId, offerId);
      return [viewOf(rideId, state, { card: cards.get(driverOf(state) ?? ''), pin, whereabouts: whereabouts[n] })];
    });
  }
}
