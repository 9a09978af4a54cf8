import { given } from '@ride/decider';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  DriverRated,
  RideCancellationRefused,
  RideCancellationRequested,
  RideCancelled,
  RiderDroppedOff,
  RideRequested,
  RiderPickedUp,
  RideUnfulfilled,
} from '@ride/events';
import { ride } from './ride.decider.js';
import type { Ride } from './ride.state.js';

const DAY = 24 * 3600 * 1000;
const policy = ride({ ratingMs: 7 * DAY });
const id = (n: number) => `0198a0f0-0000-7000-8000-00000000000${n}`;
const [rideId, riderId, driverId, offerId, otherDriverId, otherOfferId] = [1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const pickup = { lat: 40.75, lng: -73.99 };
const dropoff = { lat: 40.71, lng: -74 };
const fare = { minor: 1250, currency: 'USD' };
const nothing = { minor: 0, currency: 'USD' };
const wish = {
  rideId,
  riderId,
  pickup,
  dropoff,
  vehicleClass: 'standard',
  area: 'new-york',
  fareEstimate: fare,
  expiresAt: 180_000,
} as const;

const requested = RideRequested(wish);
const booked = BookingCreated({ rideId, riderId, driverId, offerId, fare, pickupEtaSeconds: 240 });
const arrived = DriverArrived({ rideId, driverId, offerId, location: pickup });
const aboard = RiderPickedUp({ rideId, driverId, offerId });
const down = { rideId, driverId, offerId, distanceMetres: 5000, durationSeconds: 900, location: dropoff };
const trip = {
  driverId,
  offerId,
  area: 'new-york',
  fare,
  distanceMetres: 5000,
  durationSeconds: 900,
  settledBy: 'quote',
} as const;
const completed = BookingCompleted({ rideId, riderId, ...trip });
const cancelled = RideCancelled({ rideId, riderId, driverId, by: 'rider', fee: nothing });
const unfulfilled = RideUnfulfilled({ rideId, riderId, reason: 'no_driver_nearby' });
const wantsOut = RideCancellationRequested({ rideId, by: 'rider' });
const refused = RideCancellationRefused({ rideId, by: 'rider', reason: 'rider_aboard' });
const driverLeft = BookingCancelled({
  rideId,
  riderId,
  driverId,
  offerId,
  by: 'driver',
  fee: nothing,
  expiresAt: 400_000,
});

const asked = given(policy).at(1_000).facts(requested);
const onTheWay = asked.at(2_000).facts(booked);
const atThePickup = onTheWay.at(3_000).facts(arrived);
const riding = atThePickup.at(4_000).facts(aboard);
const cancel = { do: 'cancel', rideId, riderId } as const;
const status = (state: Ride) => state.is;

describe('asking for a ride', () => {
  it('is said, and shows the ride as requested', () => {
    const { state } = given(policy)
      .at(1_000)
      .when({ do: 'request', ...wish })
      .then(requested);
    expect(state).toMatchObject({
      is: 'requested',
      riderId,
      requestedAt: 1_000,
      expiresAt: 180_000,
      cancelling: false,
    });
  });

  it('twice under one id asks once', () => {
    asked.when({ do: 'request', ...wish }).then();
    riding.when({ do: 'request', ...wish }).then();
  });
});

describe('a wish to cancel', () => {
  it.each([
    ['requested', asked],
    ['booked', onTheWay],
    ['arrived', atThePickup],
  ])('is said while the ride is %s, which then shows as being cancelled', (is, past) => {
    const { state } = past.when(cancel).then(wantsOut);
    expect(state).toMatchObject({ is, cancelling: true });
  });

  it('takes the reason along', () => {
    asked
      .when({ ...cancel, reason: 'changed_plans' })
      .then(RideCancellationRequested({ rideId, by: 'rider', reason: 'changed_plans' }));
  });

  it('is said once, until booking has answered', () => {
    onTheWay.facts(wantsOut).when(cancel).then();
    onTheWay.facts(wantsOut, refused).when(cancel).then(wantsOut);
  });

  it('is refused aboard', () => {
    riding.when(cancel).refused('rider_aboard');
  });

  it('is refused for a ride that ended otherwise', () => {
    riding.facts(completed).when(cancel).refused('ride_ended');
    asked.facts(unfulfilled).when(cancel).refused('ride_ended');
  });

  it('says nothing when the ride is cancelled already', () => {
    onTheWay.facts(cancelled).when(cancel).then();
  });

  it('is for the own ride only', () => {
    given(policy).when(cancel).refused('ride_not_found');
    asked.when({ ...cancel, riderId: driverId }).refused('ride_not_found');
  });

  it('is answered by a refusal to the rider, not to the driver', () => {
    const past = onTheWay.facts(wantsOut);
    expect(past.heard(refused).then().state).toMatchObject({ is: 'booked', cancelling: false });
    const theirs = RideCancellationRefused({ rideId, by: 'driver', reason: 'rider_aboard' });
    expect(past.heard(theirs).then().state).toMatchObject({ cancelling: true });
  });

  it('stays open whatever is heard before its answer', () => {
    const past = asked.facts(wantsOut);
    for (const fact of [booked, arrived, aboard, driverLeft]) {
      expect(past.facts(booked).heard(fact).then().state).toMatchObject({ cancelling: true });
    }
  });

  it('moves nothing that is over', () => {
    expect(status(onTheWay.facts(completed, wantsOut, refused).state)).toBe('completed');
  });
});

describe('the view of a ride follows', () => {
  it('the booking', () => {
    const booking = { driverId, offerId, fare, pickupEtaSeconds: 240, bookedAt: 2_000 };
    expect(asked.at(2_000).heard(booked).then().state).toMatchObject({ is: 'booked', booking });
  });

  it('the trip', () => {
    expect(onTheWay.at(3_000).heard(arrived).then().state).toMatchObject({ is: 'arrived', arrivedAt: 3_000 });
    expect(atThePickup.at(4_000).heard(aboard).then().state).toMatchObject({ is: 'aboard', pickedUpAt: 4_000 });
    expect(riding.at(5_000).heard(RiderDroppedOff(down)).then().state).toMatchObject({
      is: 'aboard',
      droppedOffAt: 5_000,
    });
  });

  it('a pickup that was not preceded by an arrival', () => {
    expect(onTheWay.heard(aboard).then().state).toMatchObject({ is: 'aboard', booking: { offerId } });
  });

  it('the trip forwards only', () => {
    expect(riding.heard(arrived).then().state).toEqual(riding.state);
    expect(riding.at(9_000).heard(aboard).then().state).toEqual(riding.state);
    expect(onTheWay.heard(RiderDroppedOff(down)).then().state).toEqual(onTheWay.state);
  });

  it('no fact of another offer than the booked one', () => {
    const other = { rideId, driverId: otherDriverId, offerId: otherOfferId };
    for (const fact of [
      DriverArrived({ ...other, location: pickup }),
      RiderPickedUp(other),
      BookingCancelled({ ...other, riderId, by: 'driver', fee: nothing, expiresAt: 400_000 }),
    ]) {
      expect(onTheWay.heard(fact).then().state).toEqual(onTheWay.state);
    }
    expect(riding.heard(RiderDroppedOff({ ...down, ...other })).then().state).toEqual(riding.state);
    expect(asked.heard(arrived).then().state).toEqual(asked.state);
  });

  it('a driver who leaves: requested again, until later', () => {
    const { state } = atThePickup.heard(driverLeft).then();
    expect(state).toMatchObject({ is: 'requested', riderId, requestedAt: 1_000, expiresAt: 400_000 });
    expect(state).not.toHaveProperty('booking');
    const next = BookingCreated({
      ...{ rideId, riderId, driverId: otherDriverId, offerId: otherOfferId },
      fare,
      pickupEtaSeconds: 60,
    });
    expect(onTheWay.facts(driverLeft).heard(next).then().state).toMatchObject({
      is: 'booked',
      booking: { driverId: otherDriverId },
    });
  });
});

describe('a ride ends', () => {
  it('with a trip', () => {
    const { state } = riding.at(5_000).heard(completed).then();
    expect(state).toMatchObject({ is: 'completed', riderId, driverId, trip, endedAt: 5_000, endings: 1 });
  });

  it('cancelled, with a fee or without', () => {
    expect(onTheWay.heard(cancelled).then().state).toMatchObject({
      is: 'cancelled',
      by: 'rider',
      fee: nothing,
      driverId,
    });
    const early = RideCancelled({ rideId, riderId, by: 'rider', fee: nothing });
    expect(asked.heard(early).then().state).toMatchObject({ is: 'cancelled', driverId: null });
  });

  it('unfulfilled', () => {
    expect(asked.heard(unfulfilled).then().state).toMatchObject({ is: 'unfulfilled', reason: 'no_driver_nearby' });
  });

  it('keeping what was asked for', () => {
    expect(asked.heard(unfulfilled).then().state).toMatchObject({ asked: { pickup, dropoff, fareEstimate: fare } });
  });

  it('once: the first end stands, another is counted', () => {
    for (const [first, is] of [
      [completed, 'completed'],
      [cancelled, 'cancelled'],
      [unfulfilled, 'unfulfilled'],
    ] as const) {
      for (const second of [completed, cancelled, unfulfilled]) {
        expect(riding.facts(first).heard(second).then().state).toMatchObject({ is, endings: 2 });
      }
    }
  });

  it('for good: nothing that is heard later moves it', () => {
    const past = riding.facts(completed);
    for (const fact of [booked, arrived, aboard, RiderDroppedOff(down), driverLeft, refused]) {
      expect(past.heard(fact).then().state).toEqual(past.state);
    }
    expect(past.facts(requested).state).toEqual(past.state);
  });

  it('though nobody here knew it: a closed row is left, and a late request does not open it', () => {
    for (const fact of [completed, cancelled, unfulfilled]) {
      const past = given(policy).facts(fact);
      expect(past.state).toMatchObject({ riderId, asked: null, endings: 1 });
      past.when({ do: 'request', ...wish }).then();
    }
  });
});

describe('a rating of the driver', () => {
  const done = riding.at(5_000).facts(RiderDroppedOff(down)).at(6_000).facts(completed);
  const rate = (stars: number) => ({ do: 'rate', rideId, riderId, stars }) as const;
  const rated = (stars: number) => DriverRated({ rideId, raterId: riderId, ratedId: driverId, stars });

  it('is said once: the same again says nothing, another is refused', () => {
    expect(done.when(rate(4)).then(rated(4)).state).toMatchObject({ is: 'completed', rated: 4, endings: 1 });
    done.facts(rated(4)).when(rate(4)).then();
    done.facts(rated(4)).when(rate(5)).refused('already_rated');
  });

  it('can be given within seven days of the drop-off', () => {
    done.when(rate(5), { now: 5_000 + 7 * DAY }).then(rated(5));
    done.when(rate(5), { now: 5_000 + 7 * DAY + 1 }).refused('rating_too_late');
    done.when(rate(5), { now: 0 }).then(rated(5)); // another clock
    done.facts(rated(5)).when(rate(5), { now: 1e12 }).then();
  });

  it('is counted from the end of the ride when nobody said the drop-off', () => {
    const ended = riding.at(6_000).facts(completed);
    ended.when(rate(5), { now: 6_000 + 7 * DAY }).then(rated(5));
    ended.when(rate(5), { now: 6_000 + 7 * DAY + 1 }).refused('rating_too_late');
  });

  it('waits for the receipt, and needs a trip', () => {
    for (const past of [asked, onTheWay, riding, riding.facts(RiderDroppedOff(down))])
      past.when(rate(5)).refused('not_completed');
    for (const end of [cancelled, unfulfilled]) onTheWay.facts(end).when(rate(5)).refused('not_completed');
  });

  it('is of the own ride only', () => {
    done.when({ ...rate(5), riderId: otherDriverId }).refused('ride_not_found');
    given(policy).when(rate(5)).refused('ride_not_found');
  });

  it('changes nothing of a ride that has no trip', () => {
    expect(riding.facts(rated(5)).state).toEqual(riding.state);
  });
});

it('a ride that nobody asked for here stays unknown until it ends', () => {
  for (const fact of [booked, arrived, aboard, RiderDroppedOff(down), driverLeft, refused, wantsOut]) {
    expect(given(policy).facts(fact).state).toEqual({ is: 'unknown' });
  }
});
