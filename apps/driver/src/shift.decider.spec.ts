import { given } from '@ride/decider';
import { DriverBecameAvailable, DriverBecameUnavailable, DriverMoved } from '@ride/events';
import { RideInFacts, TIMES_SQUARE, WALL_STREET } from '../test/ride-in-facts.js';
import { shift } from './shift.decider.js';

const policy = shift({ positionFreshMs: 60_000 });
const ride = new RideInFacts();
const other = new RideInFacts(ride.driverId);
const { driverId } = ride;
const spot = { location: TIMES_SQUARE, area: 'new-york', vehicleClass: 'standard' } as const;
const onDuty = { do: 'go_on_duty', driverId, spot } as const;
const offDuty = { do: 'go_off_duty', driverId } as const;
const available = (version: number, location = TIMES_SQUARE) =>
  DriverBecameAvailable({ driverId, ...spot, location, version });
const unavailable = (reason: 'off_duty' | 'booked' | 'silent' | 'unresponsive', version: number) =>
  DriverBecameUnavailable({ driverId, reason, version });
const moved = DriverMoved({ driverId, location: WALL_STREET, area: 'new-york' });
const answered = { type: 'OfferAnswered', data: { driverId } } as const;

const off = given(policy);
const free = off.facts(available(1));
const booked = free.facts(ride.booked(), unavailable('booked', 2));

describe('a shift', () => {
  it('begins and ends when the driver says so, once each', () => {
    off.when(onDuty).then(available(1));
    free.when(onDuty).then();
    free.when(offDuty).then(unavailable('off_duty', 2));
    off.when(offDuty).then();
  });
  it('begins again after it has ended by itself', () => {
    for (const reason of ['silent', 'unresponsive'] as const)
      free.facts(unavailable(reason, 2)).when(onDuty).then(available(3));
  });
  it('begins anew for another class of vehicle', () => {
    const xl = { ...spot, vehicleClass: 'xl' } as const;
    free.when({ ...onDuty, spot: xl }).then(DriverBecameAvailable({ driverId, ...xl, version: 2 }));
  });
  it('can’t be changed on a ride', () => {
    booked.when(onDuty).refused('on_a_ride');
    booked.when(offDuty).refused('on_a_ride');
  });
  it('counts its version up through everything that is said', () => {
    const again = booked.facts(ride.completed(), available(3), unavailable('off_duty', 4));
    again.when(onDuty).then(available(5));
  });
});

describe('a booking', () => {
  it('makes the driver unavailable, and its end free again', () => {
    free.heard(ride.booked()).then(unavailable('booked', 2));
    booked.heard(ride.completed()).then(available(3));
    booked.heard(ride.cancelled()).then(available(3));
    booked.heard(ride.left('driver')).then(available(3));
  });
  it('ends where the ride has brought the driver', () => {
    booked.facts(moved).heard(ride.completed()).then(available(3, WALL_STREET));
  });
  it('that ends by silence leaves the driver unavailable', () => {
    const { state } = booked.heard(ride.left('silence')).then(unavailable('silent', 3));
    expect(state).toMatchObject({ is: 'off_duty', version: 3 });
  });
  it('of another ride concerns nobody', () => {
    booked.heard(other.completed()).then();
    expect(booked.facts(other.cancelled()).state.is).toBe('booked');
    booked.heard(other.left()).then();
    free.heard(other.completed()).then();
  });
  it('whose end is heard after the next one leaves the driver on that one', () => {
    const both = booked.facts(other.booked());
    expect(both.heard(ride.completed()).then().state).toMatchObject({ is: 'booked', rides: [other.rideId] });
    both.facts(ride.completed()).heard(other.left('driver')).then(available(3));
    both.facts(ride.completed()).heard(other.left('silence')).then(unavailable('silent', 3));
  });
  it('that is heard, and ends, after the next one has begun leaves the driver on that one', () => {
    const late = free.facts(other.booked(), unavailable('booked', 2), ride.booked());
    expect(late.heard(ride.cancelled()).then().state).toMatchObject({ is: 'booked', rides: [other.rideId] });
    late.facts(other.completed()).heard(ride.cancelled()).then(available(3));
  });
  it('that is heard again is one', () => {
    booked.facts(ride.booked()).heard(ride.completed()).then(available(3));
  });
  it('of a driver who has gone off duty ends off duty', () => {
    for (const reason of ['off_duty', 'silent', 'unresponsive'] as const) {
      const late = free.facts(unavailable(reason, 2));
      expect(late.heard(ride.booked()).then().state).toMatchObject({ is: 'booked', spot: null });
      for (const end of [ride.completed(), ride.cancelled(), ride.left('driver'), ride.left('silence')]) {
        const { state } = late.facts(ride.booked(), moved).heard(end).then();
        expect(state).toMatchObject({ is: 'off_duty', reason: 'off_duty' });
      }
    }
  });
  it('that nobody here heard of ends nothing', () => {
    for (const past of [off, free]) for (const by of ['driver', 'silence'] as const) past.heard(ride.left(by)).then();
  });
  it('waits for no position: that is the ride’s affair', () => {
    for (const { state } of [booked, off]) {
      expect(policy.deadline?.at(state, 0)).toBeNull();
      expect(policy.deadline?.passed(state, 1e12)).toEqual([]);
    }
  });
});

it('a position moves nobody who is off duty', () => {
  expect(off.facts(moved).state).toEqual(off.state);
});

describe('a driver of whom nothing is heard', () => {
  it('is silent after a minute without a position', () => {
    free.swept({ now: 59_999 }).then();
    free.swept({ now: 60_000 }).then(unavailable('silent', 2));
    free.at(30_000).facts(moved).swept({ now: 60_000 }).then();
    free.at(30_000).facts(moved).swept({ now: 90_000 }).then(unavailable('silent', 2));
  });
  it('has been heard of when the shift began, and when a ride was booked', () => {
    const late = off.at(90_000).facts(available(1));
    late.swept({ now: 149_999 }).then();
    late.swept({ now: 150_000 }).then(unavailable('silent', 2));
    expect(off.at(90_000).facts(ride.booked()).state).toMatchObject({ seenAt: 90_000 });
  });
  it('is heard of on a ride, too, whose end may be heard late', () => {
    const late = booked.at(90_000).facts(moved).at(10_000).facts(ride.completed(), available(3, WALL_STREET));
    late.swept({ now: 149_999 }).then();
    late.swept({ now: 150_000 }).then(unavailable('silent', 4));
  });
  it('may have been heard of, had the service not been down', () => {
    free.swept({ now: 159_999, hearingSince: 100_000 }).then();
    free.swept({ now: 160_000, hearingSince: 100_000 }).then(unavailable('silent', 2));
  });
  it('is unresponsive after three offers in a row', () => {
    const twice = free.facts(ride.expired(), other.expired());
    free.facts(ride.expired()).heard(other.expired()).then();
    twice.heard(ride.expired()).then(unavailable('unresponsive', 2));
    twice.facts(answered).heard(ride.expired()).then();
    off.heard(ride.expired()).then();
    for (const past of [off, booked])
      for (const fact of [ride.expired(), answered]) expect(past.facts(fact).state).toEqual(past.state);
  });
});

describe('what comes back on driver-availability.v1', () => {
  const unresponsive = unavailable('unresponsive', 2);
  const off2 = free.facts(unresponsive);

  it('is nothing new', () => {
    expect(free.heard(available(1)).then().state).toMatchObject({ is: 'available', version: 1, heard: 1 });
    expect(off2.heard(available(1)).then().state).toMatchObject({ is: 'off_duty', version: 2, heard: 1 });
    expect(booked.heard(unavailable('booked', 2)).then().state).toMatchObject({ is: 'booked', version: 2 });
  });
  it('in a higher version is said again above it, as it is', () => {
    const { state } = free.heard(unavailable('silent', 2)).then(available(3));
    expect(state).toMatchObject({ is: 'available', version: 3, spot });
    off2.heard(available(7)).then(unavailable('unresponsive', 8));
    expect(booked.heard(available(3)).then(unavailable('booked', 4)).state.is).toBe('booked');
  });
  it('in a lower version behind the newest is said again', () => {
    off2.facts(available(1), unresponsive).heard(available(1)).then(unavailable('unresponsive', 3));
    const again = off2.facts(available(3), available(1), unresponsive, available(3));
    again.heard(unresponsive).then(available(4));
  });
  it('of a driver who is on a ride says that they are', () => {
    off.facts(ride.booked()).heard(available(5)).then(unavailable('booked', 6));
  });
  it('knows other classes of vehicles, and takes one that is newer for a standard one', () => {
    const xl = DriverBecameAvailable({ driverId, ...spot, vehicleClass: 'xl', version: 1 });
    expect(off.facts(xl).state).toMatchObject({ spot: { vehicleClass: 'xl' } });
    const newer = { type: xl.type, data: { ...xl.data, vehicleClass: 'unknown' } } as never;
    expect(off.facts(newer).state).toMatchObject({ spot: { vehicleClass: 'standard' } });
  });
  it('for a reason that is newer is said again without one', () => {
    const newer = { type: unresponsive.type, data: { ...unresponsive.data, reason: 'unknown' } } as never;
    free.facts(newer).heard(available(7)).then(unavailable('off_duty', 8));
  });
  it('gives a lost row back', () => {
    expect(off.heard(available(5)).then().state).toMatchObject({ is: 'available', version: 5, spot });
    expect(off.heard(unavailable('silent', 5)).then().state).toMatchObject({ is: 'off_duty', version: 5 });
  });
});
