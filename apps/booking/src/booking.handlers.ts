import { Controller } from '@nestjs/common';
import {
  DriverArrived,
  DriverFellSilent,
  RideAccepted,
  RideCancellationRequested,
  RideDeclined,
  RideOffered,
  RideOfferExpired,
  RideOfferWithdrawn,
  RiderDidNotShow,
  RiderDroppedOff,
  RideRequested,
  RiderPickedUp,
  SearchExhausted,
  TripTimedOut,
} from '@ride/events';
import { On, type Tx } from '@ride/messaging';
import type { BookingHears } from './booking.state.js';
import { BookingRow, hear } from './bookings.js';
import { isBusy, LiveBookingRow } from './live-bookings.js';

@Controller()
export class BookingHandlers {
  @On(RideAccepted)
  async answer(fact: RideAccepted, tx: Tx): Promise<void> {
    const { rideId, driverId } = fact.data;
    // Both rows in one turn: the driver's, so that two rides can't both find them free.
    const [driverIsBusy] = await Promise.all([isBusy(tx, driverId, rideId), tx.load(BookingRow, rideId)]);
    await hear(tx, { ...fact, data: { ...fact.data, driverIsBusy } });
  }

  /** What can end a driver's booking names the driver: both rows in one turn. */
  @On(RiderDroppedOff, RiderDidNotShow, DriverFellSilent, TripTimedOut)
  async end(fact: RiderDroppedOff | RiderDidNotShow | DriverFellSilent | TripTimedOut, tx: Tx): Promise<void> {
    await Promise.all([tx.load(BookingRow, fact.data.rideId), tx.load(LiveBookingRow, fact.data.driverId)]);
    await hear(tx, fact);
  }

  @On(
    RideRequested,
    RideOffered,
    RideDeclined,
    RideOfferExpired,
    RideOfferWithdrawn,
    SearchExhausted,
    RideCancellationRequested,
    DriverArrived,
    RiderPickedUp,
  )
  follow(fact: Exclude<BookingHears, { type: 'RideAccepted' }>, tx: Tx): Promise<void> {
    return hear(tx, fact);
  }
}
