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
    for (const telling of whoIsTold(fact, ride)) {
      const message = write(tx, telling, { factId: fact.id, fact: fact.type }, rideId);
      await this.live.say(tx, telling.person, 'message.new', message);
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
