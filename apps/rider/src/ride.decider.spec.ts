import { given } from '@ride/decider';
import { DriverRated, RideCancellationRefused, RideCancellationRequested, RiderDroppedOff } from '@ride/events';
import {
  DAY,
  policy,
  rideId,
  riderId,
  driverId,
  otherDriverId,
  requested,
  booked,
  arrived,
  aboard,
  down,
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
  cancel,
  wish,
} from '../test/ride-in-facts.js';

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
    expect(onTheWay.facts(completed, wantsOut, refused).state.is).toBe('completed');
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
