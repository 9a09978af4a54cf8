import { given } from '@ride/decider';
import { QUOTE } from '../test/ride-in-facts.js';
import {
  MINUTE,
  policy,
  ride,
  offer,
  other,
  yes,
  offered,
  booked,
  arrived,
  aboard,
  completed,
  ended,
} from '../test/scenarios.js';
import { driverOf } from './booking.state.js';

describe('nothing hangs', () => {
  const quoted = 3 * QUOTE.durationSeconds * 1000 + 30 * MINUTE;
  const way = 3 * 240_000 + 30 * MINUTE;

  it('a trip ends as quoted after three times its time and half an hour', () => {
    aboard.swept({ now: quoted - 1 }).then();
    aboard.swept({ now: quoted }).then(offer.timedOut());
    aboard.heard(offer.timedOut(), { now: quoted }).then(completed());
  });
  it('a driver who never arrives, or never leaves the pickup, is taken off the ride', () => {
    booked.swept({ now: way }).then(offer.timedOut());
    booked.heard(offer.timedOut(), { now: way }).then(offer.left('silence', way + 3 * MINUTE));
    arrived.swept({ now: 35 * MINUTE }).then(offer.timedOut());
    arrived.heard(offer.timedOut(), { now: 35 * MINUTE }).then(offer.left('silence', 38 * MINUTE));
  });
  it('each stage is measured from its own beginning', () => {
    const later = offered.at(5 * MINUTE).facts(yes(offer), offer.booked());
    later.swept({ now: 5 * MINUTE + way - 1 }).then();
    later.swept({ now: 5 * MINUTE + way }).then(offer.timedOut());
    const there = later.at(9 * MINUTE).facts(offer.arrived());
    there.swept({ now: 44 * MINUTE - 1 }).then();
    there.swept({ now: 44 * MINUTE }).then(offer.timedOut());
    const riding = there.at(12 * MINUTE).facts(offer.aboard());
    riding.swept({ now: 12 * MINUTE + quoted - 1 }).then();
    riding.swept({ now: 12 * MINUTE + quoted }).then(offer.timedOut());
  });
  it('what was too long is no more when something came before it in the log', () => {
    booked
      .at(way - 1)
      .facts(offer.arrived())
      .heard(offer.timedOut(), { now: way })
      .then();
    aboard.heard(other.timedOut(), { now: quoted }).then();
  });
  it.each(ended)('a ride that is %s waits for nothing', (_, past) => {
    past.swept({ now: 1e15 }).then();
    expect(policy.deadline?.at(past.state, 0)).toBeNull();
    expect(policy.deadline?.passed(past.state, 1e15)).toEqual([]);
  });
});

describe('the end of a ride', () => {
  it.each(ended)('that is %s stands, whatever is heard later, and another is counted', (outcome, past) => {
    expect(past.state).toMatchObject({ is: 'ended', outcome, endings: 1 });
    expect(past.facts(offer.aboard(), other.offered(), other.booked()).state).toEqual(past.state);
    for (const end of [completed(), ride.cancelled('rider', 0), ride.unfulfilled()])
      expect(past.facts(end).state).toMatchObject({ outcome, endings: 2 });
  });
  it.each(ended)('that is %s lets its driver go', (_, past) => {
    expect(driverOf(past.state)).toBeUndefined();
  });
  it('is what frees the driver, who is held from the booking on', () => {
    for (const past of [booked, arrived, aboard]) expect(driverOf(past.state)).toBe(offer.driverId);
    expect(driverOf(offered.state)).toBeUndefined();
    expect(driverOf(booked.facts(offer.leaves(), offer.left('driver', 4 * MINUTE)).state)).toBeUndefined();
  });
});

describe('what is newer than this service', () => {
  const newer = <F extends { readonly type: string; readonly data: object }>({ type, data }: F, more: object) =>
    ({ type, data: { ...data, ...more } }) as never;

  it('is understood as far as it goes: a search is over, for whatever reason', () => {
    offered.heard(newer(ride.exhausted(), { reason: 'unknown' })).then(ride.unfulfilled('none_accepted'));
  });
  it('is left alone: nobody knows whose wish it was', () => {
    booked.heard(newer(ride.riderWantsOut(), { by: 'unknown' })).then();
  });
  it('has no tariff here: a ride in such a vehicle costs what was quoted', () => {
    const special = given(policy)
      .facts(newer(ride.requested(), { vehicleClass: 'unknown' }), offer.offered())
      .facts(yes(offer), offer.booked(), offer.arrived(), offer.aboard());
    const trip = { distanceMetres: 9 * QUOTE.distanceMetres, durationSeconds: QUOTE.durationSeconds };
    special.heard(offer.dropped(trip)).then(completed(trip));
  });
});

describe('a ride that nobody asked for', () => {
  it('stays unknown', () => {
    for (const fact of [offer.offered(), offer.dropped(), ride.exhausted(), offer.timedOut()])
      expect(given(policy).heard(fact).then().state).toEqual({ is: 'unknown' });
    given(policy).heard(ride.riderWantsOut()).then(ride.refused('rider', 'ride_ended'));
    expect(policy.deadline?.at({ is: 'unknown' }, 0)).toBeNull();
    expect(policy.deadline?.passed({ is: 'unknown' }, 0)).toEqual([]);
  });
});
