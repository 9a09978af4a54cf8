import { given } from '@ride/decider';
import {
  BookingCancelled,
  BookingCreated,
  DriverArrived,
  RideCancelled,
  RiderDroppedOff,
  RiderPickedUp,
} from '@ride/events';
import {
  policy,
  rideId,
  riderId,
  driverId,
  offerId,
  otherDriverId,
  otherOfferId,
  pickup,
  dropoff,
  fare,
  nothing,
  requested,
  booked,
  arrived,
  aboard,
  down,
  trip,
  completed,
  cancelled,
  unfulfilled,
  wantsOut,
  refused,
  driverLeft,
  asked,
  onTheWay,
  atThePickup,
  riding,
  wish,
} from '../test/ride-in-facts.js';

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

it('a ride that nobody asked for here stays unknown until it ends', () => {
  for (const fact of [booked, arrived, aboard, RiderDroppedOff(down), driverLeft, refused, wantsOut]) {
    expect(given(policy).facts(fact).state).toEqual({ is: 'unknown' });
  }
});
