import { Controller } from '@nestjs/common';
import {
  DriverProfileChanged,
  DriverRatingChanged,
  DriverRegistered,
  RiderProfileChanged,
  RiderRatingChanged,
  RiderRegistered,
} from '@ride/events';
import { LiveUpdates } from '@ride/http';
import { On, type Cause, type Tx } from '@ride/messaging';
import { keepDriver, keepRider, type DriverTold, type RiderTold } from './contacts.js';
import { write } from './messages.js';
import { reachOf } from './reach.js';
import { after, RideRow, unknownRide } from './ride-people.js';
import { TOLD, whoIsTold, type Told } from './who-is-told.js';

@Controller()
export class NotificationHandlers {
  constructor(private readonly live: LiveUpdates) {}

  @On(...TOLD)
  async tell(fact: Told & Cause, tx: Tx): Promise<void> {
    const { rideId } = fact.data;
    const ride = (await tx.load(RideRow, rideId)) ?? unknownRide(rideId);
    tx.save(RideRow, after(ride, fact));
    const tellings = whoIsTold(fact, ride).map(async (telling) => ({
      telling,
      reach: await reachOf(tx, telling.person, telling.content.kind),
    }));
    for (const { telling, reach } of await Promise.all(tellings)) {
      const message = write(tx, telling, reach, { factId: fact.id, fact: fact.type }, rideId);
      if (message && reach.inApp) await this.live.say(tx, telling.person, 'message.new', message);
    }
  }

  @On(RiderRegistered, RiderProfileChanged, RiderRatingChanged)
  meetRider(fact: RiderTold, tx: Tx): Promise<void> {
    return keepRider(fact, tx);
  }

  @On(DriverRegistered, DriverProfileChanged, DriverRatingChanged)
  meetDriver(fact: DriverTold, tx: Tx): Promise<void> {
    return keepDriver(fact, tx);
  }
}
