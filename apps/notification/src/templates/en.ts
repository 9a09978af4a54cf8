import type { CancelledBy } from '../who-is-told.js';
import { formats } from './formats.js';
import type { Words } from './words.js';

const { money, kilometres, minutes } = formats('en');

/** English. */
export const en: Words = {
  driver_on_the_way: ({ pickupEtaSeconds, fare }) =>
    `Your driver is on the way and comes in about ${minutes(pickupEtaSeconds)}. The fare is ${money(fare)}.`,
  ride_is_yours: ({ pickupEtaSeconds, fare }) =>
    `The ride is yours: the pickup is about ${minutes(pickupEtaSeconds)} away. The fare is ${money(fare)}.`,
  driver_arrived: () => 'Your driver is at the pickup. Tell them your PIN.',
  receipt: ({ fare, distanceMetres, durationSeconds }) =>
    `Thank you for riding with us. You pay ${money(fare)} for ${kilometres(distanceMetres)} in ${minutes(durationSeconds)}.`,
  earnings: ({ fare, distanceMetres, durationSeconds }) =>
    `The ride is complete: ${money(fare)} for ${kilometres(distanceMetres)} in ${minutes(durationSeconds)}.`,
  ride_cancelled: (told) => {
    if (told.to === 'driver') return CANCELLED[told.by].driver;
    const fee = told.fee.minor > 0 ? `The fee is ${money(told.fee)}.` : 'You pay nothing.';
    return `${CANCELLED[told.by].rider} ${fee}`;
  },
  ride_unfulfilled: ({ because }) =>
    ({
      no_driver_nearby: 'No driver was near you. Please try again in a few minutes.',
      none_free: 'No driver was free for your ride. Please try again in a few minutes.',
    })[because],
  searching_again: () => 'Your driver can’t come. We are looking for another one, ahead of others.',
  off_the_ride: ({ because }) =>
    ({
      you_left: 'You are off the ride: another driver takes it.',
      silence: 'We lost sight of you, so another driver takes the ride.',
    })[because],
  cancellation_refused: ({ because }) =>
    ({
      rider_aboard: 'The ride can’t be cancelled any more: the rider is aboard.',
      ride_ended: 'The ride can’t be cancelled any more: it has ended.',
      other: 'The ride can’t be cancelled.',
    })[because],
};

const CANCELLED: Readonly<Record<CancelledBy, { readonly rider: string; readonly driver: string }>> = {
  rider: { rider: 'Your ride is cancelled, as you wished.', driver: 'The rider has cancelled the ride.' },
  no_show: {
    rider: 'Your driver waited for you at the pickup and has left: your ride is cancelled.',
    driver: 'The rider did not show: the ride is cancelled.',
  },
  operator: { rider: 'We had to cancel your ride.', driver: 'We had to cancel the ride.' },
};
