import { Controller } from '@nestjs/common';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverProfileChanged,
  DriverRated,
  DriverRatingChanged,
  DriverRegistered,
  RideAcceptanceRefused,
  RideCancellationRefused,
  RideCancelled,
  RideOffered,
  RideOfferExpired,
  RideOfferWithdrawn,
  RideUnfulfilled,
} from '@ride/events';
import { LiveStreamRow, LiveUpdates } from '@ride/http';
import { On, type Tx } from '@ride/messaging';
import { newsOf, newsOfOffer, type ToldToDriver } from './driver-news.js';
import { OfferRow } from './offers.js';
import { profiles } from './profiles.js';
import { ShiftRow, shifts } from './shifts.js';
import { TripRow, trips, UNHEARD_OF } from './trips.js';

@Controller()
export class DriverHandlers {
  constructor(private readonly live: LiveUpdates) {}

  /** As short as can be: a driver's screen waits for it. */
  @On(RideOffered)
  async offer(fact: RideOffered, tx: Tx): Promise<void> {
    const { rideId, offerId, driverId } = fact.data;
    const news = newsOfOffer(fact);
    tx.append(OfferRow, { id: offerId, rideId, driverId });
    await Promise.all([trips.react(tx, rideId, fact), this.live.say(tx, driverId, news.type, news.data)]);
  }

  @On(
    RideOfferExpired,
    RideOfferWithdrawn,
    RideAcceptanceRefused,
    BookingCreated,
    BookingCancelled,
    BookingCompleted,
    RideCancelled,
  )
  async follow(fact: ToldToDriver, tx: Tx): Promise<void> {
    const { rideId, driverId } = fact.data;
    if (driverId === undefined) return trips.react(tx, rideId, fact);
    // All rows in one turn.
    const [row] = await Promise.all([
      tx.load(TripRow, rideId),
      tx.load(ShiftRow, driverId),
      tx.load(LiveStreamRow, driverId),
    ]);
    const before = row?.state ?? UNHEARD_OF;
    await trips.react(tx, rideId, fact);
    switch (fact.type) {
      case 'RideOfferExpired':
        // An answer that crossed the expiry is an answer.
        if (before.offers[fact.data.offerId]?.is === 'open') await shifts.react(tx, driverId, fact);
        break;
      case 'BookingCreated':
      case 'BookingCancelled':
      case 'BookingCompleted':
      case 'RideCancelled':
        await shifts.react(tx, driverId, fact);
        break;
      case 'RideOfferWithdrawn':
      case 'RideAcceptanceRefused':
        break;
    }
    const news = newsOf(before, fact);
    if (news !== null) await this.live.say(tx, news.driverId, news.type, news.data);
  }

  @On(RideCancellationRefused)
  async refused(fact: RideCancellationRefused, tx: Tx): Promise<void> {
    const { rideId, by, reason } = fact.data;
    const stage = (await tx.load(TripRow, rideId))?.state.stage;
    await trips.react(tx, rideId, fact);
    if (by !== 'driver' || stage === undefined || stage.is === 'open' || stage.booked === null) return;
    await this.live.say(tx, stage.booked.driverId, 'cancellation.refused', { rideId, reason });
  }

  /** Also of rides that no driver was ever offered: they are closed here, too. */
  @On(RideUnfulfilled)
  end(fact: RideUnfulfilled, tx: Tx): Promise<void> {
    return trips.react(tx, fact.data.rideId, fact);
  }

  @On(DriverRated)
  rated(fact: DriverRated, tx: Tx): Promise<void> {
    return profiles.react(tx, fact.data.ratedId, fact);
  }

  @On(DriverRegistered, DriverProfileChanged, DriverRatingChanged)
  hearOwn(fact: DriverRegistered | DriverProfileChanged | DriverRatingChanged, tx: Tx): Promise<void> {
    return profiles.react(tx, fact.data.driverId, fact);
  }
}
