import { given } from '@ride/decider';
import { DriverMoved } from '@ride/events';
import { RideInFacts, TIMES_SQUARE, TRIP, WALL_STREET } from '../test/ride-in-facts.js';
import { trip } from './trip.decider.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const rules = {
  silentTripMs: 3 * MINUTE,
  waitingMs: 5 * MINUTE,
  pinTries: 3,
  pinPauseMs: 5 * MINUTE,
  ratingMs: 7 * DAY,
};
const policy = trip(rules);
const ride = new RideInFacts();
const other = new RideInFacts(undefined, ride.rideId);

const by = ({ rideId, driverId, offerId }: RideInFacts) => {
  const me = { rideId, driverId };
  return {
    accept: { do: 'accept', ...me, offerId },
    decline: { do: 'decline', ...me, offerId, reason: 'too_far' },
    arrive: { do: 'arrive', ...me, location: TIMES_SQUARE },
    pickUp: { do: 'pick_up', ...me, pinIsRight: true },
    mistype: { do: 'pick_up', ...me, pinIsRight: false },
    noShow: { do: 'report_no_show', ...me },
    dropOff: { do: 'drop_off', ...me, location: WALL_STREET, ...TRIP },
    cancel: { do: 'cancel', ...me, reason: 'flat_tyre' },
    rate: (stars: number) => ({ do: 'rate', ...me, stars }) as const,
  } as const;
};
const me = by(ride);
const them = by(other);
const mistyped = { type: 'PinMistyped', data: { rideId: ride.rideId } } as const;

const offered = given(policy).facts(ride.offered(), other.offered());
const accepted = offered.facts(ride.accepted());
const booked = accepted.facts(ride.booked());
const arrived = booked.facts(ride.arrived());
const aboard = arrived.facts(ride.aboard());
const dropped = aboard.facts(ride.dropped());

describe('an answer to an offer', () => {
  it('is said, and the same again is said once', () => {
    offered.when(me.accept).then(ride.accepted());
    accepted.when(me.accept).then();
    booked.when(me.accept).then();
    offered.when(me.decline).then(ride.declined('too_far'));
    offered.facts(ride.declined()).when(me.decline).then();
  });
  it('is the offered driver’s alone', () => {
    offered.when({ ...me.accept, driverId: other.driverId }).refused('offer_not_found');
    given(policy).when(me.accept).refused('offer_not_found');
  });
  it('is too late when the offer’s end has been heard, not by the clock', () => {
    offered.when(me.accept, { now: 1e12 }).then(ride.accepted());
    offered.facts(ride.expired()).when(me.accept).refused('offer_is_over');
    offered.facts(ride.withdrawn()).when(me.decline).refused('offer_is_over');
    offered.facts(ride.declined()).when(me.accept).refused('offer_is_over');
    accepted.facts(ride.refused()).when(me.accept).refused('offer_is_over');
    offered.facts(other.booked()).when(me.accept).refused('offer_is_over');
    offered.facts(ride.unfulfilled()).when(me.accept).refused('offer_is_over');
  });
  it('that has crossed the offer’s end waits for booking', () => {
    expect(accepted.facts(ride.expired(), ride.withdrawn()).state.offers[ride.offerId]?.is).toBe('accepted');
    accepted.facts(ride.expired()).when(me.accept).then();
  });
  it('can’t be taken back', () => {
    accepted.when(me.decline).refused('offer_accepted');
    booked.when(me.decline).refused('offer_accepted');
  });
});

describe('a trip', () => {
  it('goes from arrival to drop-off, each said once', () => {
    booked.when(me.arrive).then(ride.arrived());
    arrived.when(me.arrive).then();
    arrived.when(me.pickUp).then(ride.aboard());
    aboard.when(me.pickUp).then();
    aboard.when(me.dropOff).then(ride.dropped());
    dropped.when(me.dropOff).then();
    dropped.facts(ride.completed()).when(me.dropOff).then();
  });
  it('goes in this order', () => {
    booked.when(me.pickUp).refused('not_arrived');
    booked.when(me.dropOff).refused('not_aboard');
    arrived.when(me.dropOff).refused('not_aboard');
    expect(booked.facts(ride.aboard()).state.stage.is).toBe('booked');
  });
  it('is the booked driver’s', () => {
    for (const command of [them.arrive, them.pickUp, them.noShow, them.dropOff, them.cancel])
      arrived.when(command).refused('not_your_ride');
    offered.when(me.arrive).refused('not_your_ride');
    arrived.when({ ...me.arrive, driverId: ride.riderId }).refused('ride_not_found');
  });
  it('is over when booking has said so', () => {
    const over = arrived.facts(ride.cancelled());
    for (const command of [me.arrive, me.pickUp, me.noShow, me.dropOff, me.cancel])
      over.when(command).refused('already_over');
    over.when(them.arrive).refused('not_your_ride');
    expect(over.facts(ride.completed()).state.stage).toMatchObject({ outcome: 'cancelled', endings: 2 });
  });
  it('is no longer the driver’s who has left it', () => {
    const left = arrived.facts(ride.left());
    expect(left.state.stage).toEqual({ is: 'open' });
    left.when(me.arrive).refused('not_your_ride');
    left.facts(other.booked()).when(them.arrive).then(other.arrived());
    expect(booked.facts(other.left()).state.stage.is).toBe('booked');
  });
});

describe('what comes at another stage', () => {
  const steps = [ride.arrived(), ride.aboard(), ride.dropped(), ride.notThere(300)];
  it.each([
    ['offered', offered, steps],
    ['booked', booked, [ride.aboard(), ride.dropped(), ride.notThere(300)]],
    ['arrived', arrived, [ride.arrived(), ride.dropped()]],
    ['aboard', aboard, [ride.arrived(), ride.aboard(), ride.notThere(300), ride.wantsOut(), ride.mayNot()]],
    ['dropped off', dropped, [...steps, ride.wantsOut(), ride.mayNot()]],
    ['completed', dropped.facts(ride.completed()), [...steps, ride.left(), ride.wantsOut(), ride.mayNot()]],
  ] as const)('changes nothing of a ride that is %s', (_, past, facts) => {
    for (const fact of facts) expect(past.at(9_000).facts(fact).state.stage).toEqual(past.state.stage);
    expect(past.at(9_000).facts(mistyped).state.stage.is).toBe(past.state.stage.is);
  });
  it('opens no ride that has ended, whoever was booked', () => {
    const over = offered.facts(ride.cancelled());
    expect(over.facts(other.booked()).state.stage).toEqual(over.state.stage);
  });
  it('of an offer that was never heard of changes nothing', () => {
    const stranger = new RideInFacts(undefined, ride.rideId);
    for (const fact of [stranger.expired(), stranger.withdrawn(), stranger.refused(), stranger.left()])
      expect(offered.facts(fact).state).toEqual(offered.state);
  });
  it('leaves the first end of an offer', () => {
    const is = (past: typeof offered) => past.state.offers[ride.offerId]?.is;
    for (const [first, end] of [
      [ride.expired(), 'expired'],
      [ride.withdrawn(), 'withdrawn'],
      [ride.declined(), 'declined'],
      [ride.accepted(), 'accepted'],
    ] as const)
      for (const second of [ride.expired(), ride.withdrawn(), ride.declined(), ride.accepted()])
        expect(is(offered.facts(first, second))).toBe(end);
  });
});

describe('a PIN', () => {
  it('that is wrong brings nobody aboard', () => {
    arrived.when(me.mistype).refused('wrong_pin');
  });
  it('is taken no more for five minutes after three wrong ones, then again', () => {
    arrived.facts(mistyped, mistyped).when(me.pickUp).then(ride.aboard());
    const paused = arrived.facts(mistyped, mistyped, mistyped);
    paused.when(me.pickUp, { now: 5 * MINUTE - 1 }).refused('pin_paused');
    paused.when(me.pickUp, { now: 5 * MINUTE }).then(ride.aboard());
    paused
      .at(5 * MINUTE)
      .facts(mistyped)
      .when(me.mistype)
      .refused('wrong_pin');
  });
});

describe('a rider who isn’t there', () => {
  it('can be reported after the waiting time, once', () => {
    arrived.when(me.noShow, { now: 5 * MINUTE - 1 }).refused('still_waiting');
    arrived.when(me.noShow, { now: 5 * MINUTE }).then(ride.notThere(300));
    const later = booked.at(2 * MINUTE).facts(ride.arrived());
    later.when(me.noShow, { now: 7 * MINUTE - 1 }).refused('still_waiting');
    later.when(me.noShow, { now: 7 * MINUTE + 999 }).then(ride.notThere(300));
    const gone = arrived.facts(ride.notThere(300));
    gone.when(me.noShow).then();
    for (const command of [me.pickUp, me.dropOff, me.cancel]) gone.when(command).refused('already_over');
    booked.when(me.noShow).refused('not_arrived');
    aboard.when(me.noShow).refused('rider_aboard');
  });
});

describe('a driver who wants out', () => {
  it('says so once, until booking has refused it', () => {
    booked.when(me.cancel).then(ride.wantsOut('flat_tyre'));
    arrived.when(me.cancel).then(ride.wantsOut('flat_tyre'));
    const leaving = arrived.facts(ride.wantsOut());
    leaving.when(me.cancel).then();
    leaving.facts(ride.mayNot()).when(me.cancel).then(ride.wantsOut('flat_tyre'));
    const early = booked.facts(ride.wantsOut());
    early.when(me.cancel).then();
    early.facts(ride.mayNot()).when(me.cancel).then(ride.wantsOut('flat_tyre'));
  });
  it('isn’t told by what the rider is answered', () => {
    arrived.facts(ride.wantsOut(), ride.riderMayNot()).when(me.cancel).then();
  });
  it('can’t with the rider aboard', () => {
    aboard.when(me.cancel).refused('rider_aboard');
    dropped.when(me.cancel).refused('rider_aboard');
  });
});

describe('a rating of the rider', () => {
  const done = aboard.at(5_000).facts(ride.dropped()).at(6_000).facts(ride.completed());

  it('is said once: the same again says nothing, another is refused', () => {
    done.when(me.rate(4)).then(ride.rated(4));
    done.facts(ride.rated(4)).when(me.rate(4)).then();
    done.facts(ride.rated(4)).when(me.rate(5)).refused('already_rated');
  });
  it('can be given within seven days of the drop-off', () => {
    done.when(me.rate(5), { now: 5_000 + 7 * DAY }).then(ride.rated(5));
    done.when(me.rate(5), { now: 5_000 + 7 * DAY + 1 }).refused('rating_too_late');
    done.when(me.rate(5), { now: 0 }).then(ride.rated(5)); // another clock
  });
  it('is counted from the end of the ride when nobody said the drop-off', () => {
    const ended = aboard.at(6_000).facts(ride.completed());
    ended.when(me.rate(5), { now: 6_000 + 7 * DAY }).then(ride.rated(5));
    ended.when(me.rate(5), { now: 6_000 + 7 * DAY + 1 }).refused('rating_too_late');
  });
  it('waits until booking has said that the ride is completed', () => {
    for (const past of [booked, arrived, aboard, dropped, arrived.facts(ride.cancelled())])
      past.when(me.rate(5)).refused('not_completed');
    expect(dropped.facts(ride.rated(5)).state).toEqual(dropped.state);
  });
  it('is the driver’s who drove', () => {
    done.when(them.rate(5)).refused('not_your_ride');
    done.when({ ...me.rate(5), driverId: ride.riderId }).refused('ride_not_found');
    offered.when(me.rate(5)).refused('not_your_ride');
  });
});

describe('a driver who sends no position', () => {
  const moved = ({ driverId }: RideInFacts) => DriverMoved({ driverId, location: TIMES_SQUARE, area: 'new-york' });

  it('has fallen silent after three minutes, before the pickup', () => {
    booked.swept({ now: 3 * MINUTE - 1 }).then();
    booked.swept({ now: 3 * MINUTE }).then(ride.silent(0));
    booked.swept({ now: 6 * MINUTE - 1, hearingSince: 3 * MINUTE }).then();
    booked.swept({ now: 6 * MINUTE, hearingSince: 3 * MINUTE }).then(ride.silent(0));
    arrived.swept({ now: 3 * MINUTE }).then(ride.silent(0));
    booked
      .at(MINUTE)
      .facts(moved(ride))
      .swept({ now: 4 * MINUTE })
      .then(ride.silent(MINUTE));
    booked
      .at(MINUTE)
      .facts(moved(ride))
      .swept({ now: 3 * MINUTE })
      .then();
    arrived
      .at(MINUTE)
      .facts(moved(ride))
      .swept({ now: 3 * MINUTE })
      .then();
    booked
      .at(MINUTE)
      .facts(moved(other))
      .swept({ now: 3 * MINUTE })
      .then(ride.silent(0));
  });
  it('may be silent with the rider aboard, and when it is over', () => {
    for (const { state } of [offered, aboard, dropped, arrived.facts(ride.cancelled())]) {
      expect(policy.deadline?.at(state, 0)).toBeNull();
      expect(policy.deadline?.passed(state, 1e12)).toEqual([]);
    }
  });
});

describe('a ride that no driver was offered', () => {
  it('is closed when its end is heard', () => {
    const { state } = given(policy).heard(ride.unfulfilled()).then();
    expect(state.stage).toMatchObject({ is: 'ended', outcome: 'unfulfilled', endings: 1, booked: null });
  });
});
