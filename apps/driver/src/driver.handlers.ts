import { Controller } from '@nestjs/common';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverBecameAvailable,
  DriverBecameUnavailable,
  DriverMoved,
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
  StatementIssued,
} from '@ride/events';
import { LiveStreamRow, LiveUpdates } from '@ride/http';
import { On, type Tx } from '@ride/messaging';
import { newsOf, newsOfOffer, newsOfShift, type ToldToDriver } from './driver-news.js';
import { earningOf } from './earning.js';
import { keepEarning } from './earnings.js';
import { OfferRow } from './offers.js';
import { profiles } from './profiles.js';
import type { Shift } from './shift.state.js';
import { shifts } from './shifts.js';
import { keepStatement } from './statements.js';
import { trips } from './trips.js';

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
    // All rows in one turn.
    const [{ before }] = await Promise.all([
      trips.react(tx, rideId, fact),
      driverId && shifts.stateIn(tx, driverId),
      driverId && tx.load(LiveStreamRow, driverId),
    ]);
    if (driverId === undefined) return;
    switch (fact.type) {
      case 'RideOfferExpired':
        // An answer that crossed the expiry is an answer.
        if (before.offers[fact.data.offerId]?.is === 'open') await shifts.react(tx, driverId, fact);
        break;
      case 'BookingCreated': {
        const { after } = await shifts.react(tx, driverId, fact);
        const move = lastMove(driverId, after);
        // The answer may be heard late: the driver's silence counts from their last position.
        if (move !== undefined) await trips.react(tx, rideId, move);
        break;
      }
      case 'BookingCancelled':
        await shifts.react(tx, driverId, fact);
        break;
      case 'BookingCompleted':
      case 'RideCancelled': {
        await shifts.react(tx, driverId, fact);
        const earning = earningOf(before, fact);
        if (earning !== null) keepEarning(tx, earning);
        break;
      }
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
    const { stage } = (await trips.react(tx, rideId, fact)).before;
    if (by !== 'driver' || stage.is === 'open' || stage.booked === null) return;
    await this.live.say(tx, stage.booked.driverId, 'cancellation.refused', { rideId, reason });
  }

  /** Also of rides that no driver was ever offered: they are closed here, too. */
  @On(RideUnfulfilled)
  async end(fact: RideUnfulfilled, tx: Tx): Promise<void> {
    await trips.react(tx, fact.data.rideId, fact);
  }

  @On(StatementIssued)
  state(fact: StatementIssued, tx: Tx): Promise<void> {
    return keepStatement(fact, tx);
  }

  @On(DriverRated)
  async rated(fact: DriverRated, tx: Tx): Promise<void> {
    await profiles.react(tx, fact.data.ratedId, fact);
  }

  @On(DriverRegistered, DriverProfileChanged, DriverRatingChanged)
  async hearOwn(fact: DriverRegistered | DriverProfileChanged | DriverRatingChanged, tx: Tx): Promise<void> {
    await profiles.react(tx, fact.data.driverId, fact);
  }

  @On(DriverBecameAvailable)
  async hearOwnShift(fact: DriverBecameAvailable, tx: Tx): Promise<void> {
    await shifts.react(tx, fact.data.driverId, fact);
  }

  @On(DriverBecameUnavailable)
  async hearOwnEnd(fact: DriverBecameUnavailable, tx: Tx): Promise<void> {
    const { driverId, version } = fact.data;
    const news = newsOfShift(fact);
    const [{ before }] = await Promise.all([
      shifts.react(tx, driverId, fact),
      news && tx.load(LiveStreamRow, driverId),
    ]);
    // Told once, and only while it is so.
    const isSo = version === before.version && version > before.heard;
    if (news !== null && isSo) await this.live.say(tx, driverId, news.type, news.data);
  }
}

function lastMove(driverId: string, shift: Shift): DriverMoved | undefined {
  if (shift.is !== 'booked' || shift.spot === null) return undefined;
  const { location, area } = shift.spot;
  const { type, data } = DriverMoved({ driverId, location, area });
  return { type, data, time: shift.seenAt };
}
