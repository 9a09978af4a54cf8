import { Controller } from '@nestjs/common';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DemandMeasured,
  DriverArrived,
  DriverProfileChanged,
  DriverRatingChanged,
  DriverRegistered,
  RideCancellationRefused,
  RideCancelled,
  RiderDroppedOff,
  RiderPickedUp,
  RiderProfileChanged,
  RiderRated,
  RiderRatingChanged,
  RiderRegistered,
  RideUnfulfilled,
} from '@ride/events';
import { LiveUpdates } from '@ride/http';
import { On, type Tx } from '@ride/messaging';
import { keepDriverCard } from './driver-cards.js';
import { profiles } from './profiles.js';
import type { RideHears } from './ride.state.js';
import { newsOf } from './ride-news.js';
import { rides } from './rides.js';
import { hearDemand } from './surges.js';

@Controller()
export class RiderHandlers {
  constructor(private readonly live: LiveUpdates) {}

  @On(
    BookingCreated,
    BookingCancelled,
    RideCancellationRefused,
    DriverArrived,
    RiderPickedUp,
    RiderDroppedOff,
    BookingCompleted,
    RideCancelled,
    RideUnfulfilled,
  )
  async follow(fact: RideHears, tx: Tx): Promise<void> {
    const { rideId } = fact.data;
    const { before, after } = await rides.react(tx, rideId, fact);
    const news = newsOf(rideId, before, after);
    if (news !== null) await this.live.say(tx, news.riderId, news.type, news.data);
  }

  @On(RiderRated)
  async rated(fact: RiderRated, tx: Tx): Promise<void> {
    await profiles.react(tx, fact.data.ratedId, fact);
  }

  @On(RiderRegistered, RiderProfileChanged, RiderRatingChanged)
  async hearOwn(fact: RiderRegistered | RiderProfileChanged | RiderRatingChanged, tx: Tx): Promise<void> {
    await profiles.react(tx, fact.data.riderId, fact);
  }

  @On(DriverRegistered, DriverProfileChanged, DriverRatingChanged)
  meet(fact: DriverRegistered | DriverProfileChanged | DriverRatingChanged, tx: Tx): Promise<void> {
    return keepDriverCard(fact, tx);
  }

  @On(DemandMeasured)
  measured(fact: DemandMeasured, tx: Tx): Promise<void> {
    return hearDemand(fact, tx);
  }
}
