import { given } from '@ride/decider';
import { RideAcceptanceRefused, type NewFact } from '@ride/events';
import { fareFor } from '@ride/fares';
import { NEW_YORK, QUOTE } from '../test/ride-in-facts.js';
import {
  MINUTE,
  policy,
  ride,
  offer,
  other,
  yes,
  requested,
  offered,
  booked,
  arrived,
  aboard,
  completed,
  ended,
} from '../test/scenarios.js';

describe('an acceptance', () => {
  it('of an offer that stands becomes the booking, at the quoted fare', () => {
    const { state } = offered.heard(yes(offer)).then(offer.booked());
    expect(state).toMatchObject({ is: 'booked', booked: { driverId: offer.driverId, fare: QUOTE.fare } });
  });
  it('after another that counted is refused: the first in the log wins', () => {
    booked.heard(yes(other)).then(other.refused('already_booked'));
    arrived.heard(yes(other)).then(other.refused('already_booked'));
    aboard.heard(yes(other)).then(other.refused('already_booked'));
  });
  it('is answered once, however often it is said', () => {
    booked.heard(yes(offer)).then();
    aboard.heard(yes(offer)).then();
  });
  it('after its offer has expired in the log is refused', () => {
    offered.facts(offer.expired()).heard(yes(offer)).then(offer.refused('offer_expired'));
  });
  it('before its offer expires in the log counts, whatever the clock says', () => {
    offered.heard(yes(offer), { now: 20_000 }).then(offer.booked());
    booked.heard(offer.expired()).then();
  });
  it('after its offer was withdrawn or declined is refused', () => {
    offered.facts(offer.withdrawn()).heard(yes(offer)).then(offer.refused('offer_withdrawn'));
    offered.facts(offer.declined()).heard(yes(offer)).then(offer.refused('offer_withdrawn'));
  });
  it('is refused for what ended its offer first', () => {
    offered.facts(offer.expired(), offer.withdrawn()).heard(yes(offer)).then(offer.refused('offer_expired'));
    offered.facts(offer.declined(), offer.expired()).heard(yes(offer)).then(offer.refused('offer_withdrawn'));
  });
  it('of an offer that was never said, or of another driver’s, is refused', () => {
    requested.heard(yes(offer)).then(offer.refused('offer_withdrawn'));
    const stranger = ride.offer();
    const taken = { ...yes(offer), data: { ...yes(offer).data, driverId: stranger.driverId } };
    const refused = { ...offer.refused('offer_withdrawn').data, driverId: stranger.driverId };
    offered.heard(taken).then(RideAcceptanceRefused(refused));
  });
  it('by a driver who has another ride is refused', () => {
    offered.heard(yes(offer, true)).then(offer.refused('driver_busy'));
  });
  it('that was refused can’t be said again', () => {
    const refused = offered.facts(yes(offer, true), offer.refused('driver_busy'));
    refused.heard(yes(offer)).then(offer.refused('offer_withdrawn'));
  });
  it.each(ended)('of a ride that is %s is refused', (_, past) => {
    past.heard(yes(other)).then(other.refused('ride_ended'));
  });
  it('of a ride that nobody asked for is refused', () => {
    given(policy).heard(yes(offer)).then(offer.refused('ride_ended'));
  });
});

describe('a rider who wants out', () => {
  it('pays nothing before the booking', () => {
    offered.heard(ride.riderWantsOut(), { now: 10 * MINUTE }).then(ride.cancelled('rider', 0));
  });
  it('pays nothing for two minutes after the booking, then the tariff’s fee', () => {
    const fee = NEW_YORK.tariff.cancellationFee;
    booked.heard(ride.riderWantsOut(), { now: 2 * MINUTE }).then(ride.cancelled('rider', 0, offer.driverId));
    booked.heard(ride.riderWantsOut(), { now: 2 * MINUTE + 1 }).then(ride.cancelled('rider', fee, offer.driverId));
    arrived.heard(ride.riderWantsOut(), { now: 3 * MINUTE }).then(ride.cancelled('rider', fee, offer.driverId));
  });
  it('can’t once aboard', () => {
    aboard.heard(ride.riderWantsOut()).then(ride.refused('rider', 'rider_aboard'));
  });
  it.each(ended)('can’t when the ride is %s', (_, past) => {
    past.heard(ride.riderWantsOut()).then(ride.refused('rider', 'ride_ended'));
  });
});

describe('a driver who wants out', () => {
  it('is off the ride, which looks for another for a whole search', () => {
    const { state } = booked.heard(offer.leaves(), { now: MINUTE }).then(offer.left('driver', 4 * MINUTE));
    expect(state).toMatchObject({ is: 'requested', ride: { expiresAt: 4 * MINUTE } });
    arrived.heard(offer.leaves(), { now: MINUTE }).then(offer.left('driver', 4 * MINUTE));
  });
  it('can’t with the rider aboard', () => {
    aboard.heard(offer.leaves()).then(ride.refused('driver', 'rider_aboard'));
  });
  it('can’t when the ride isn’t theirs', () => {
    booked.heard(other.leaves()).then(ride.refused('driver', 'not_your_ride'));
    offered.heard(offer.leaves()).then(ride.refused('driver', 'not_your_ride'));
  });
  it('leaves an offer that counts no more', () => {
    const left = booked.facts(offer.leaves(), offer.left('driver', 4 * MINUTE));
    left.heard(yes(offer)).then(offer.refused('offer_withdrawn'));
    left.heard(yes(other)).then(other.booked());
  });
});

describe('a search', () => {
  it('that finds nobody ends the ride', () => {
    offered.heard(ride.exhausted()).then(ride.unfulfilled());
  });
  it('ends nothing once an acceptance has counted', () => {
    booked.heard(ride.exhausted()).then();
    aboard.heard(ride.exhausted()).then();
  });
  it.each(ended)('ends nothing when the ride is %s', (_, past) => {
    past.heard(ride.exhausted()).then();
  });
  it('opened anew isn’t ended by what was said about the one before', () => {
    const again = booked.facts(offer.leaves(), offer.left('driver', 4 * MINUTE));
    again.heard(ride.exhausted(), { now: 3 * MINUTE }).then();
    again.heard(ride.exhausted(), { now: 4 * MINUTE }).then(ride.unfulfilled());
  });
  it('of which nothing is heard is overdue after as long again, and then ends the ride', () => {
    offered.swept({ now: 6 * MINUTE - 1 }).then();
    offered.swept({ now: 6 * MINUTE }).then(ride.exhausted('search_overdue'));
    offered.heard(ride.exhausted('search_overdue'), { now: 6 * MINUTE }).then(ride.unfulfilled('search_overdue'));
  });
  it('that was overdue before it was opened anew is not', () => {
    const again = booked.facts(offer.leaves(), offer.left('driver', 7 * MINUTE));
    again.heard(ride.exhausted('search_overdue'), { now: 8 * MINUTE }).then();
    again.heard(ride.exhausted('search_overdue'), { now: 10 * MINUTE }).then(ride.unfulfilled('search_overdue'));
  });
});

describe('a trip', () => {
  it('ends at the quoted fare when the meter is within the tolerance', () => {
    const { state } = aboard.heard(offer.dropped()).then(completed());
    expect(state).toMatchObject({ is: 'ended', outcome: 'completed', endings: 1, toPay: QUOTE.fare });
  });
  it('ends at the metered fare when it was another trip', () => {
    const trip = { distanceMetres: QUOTE.distanceMetres * 3, durationSeconds: QUOTE.durationSeconds * 3 };
    const fare = fareFor(NEW_YORK, 'standard', trip);
    aboard.heard(offer.dropped(trip)).then(completed({ ...trip, fare, settledBy: 'meter' }));
  });
  it('ends at the metered fare times the surge that was told when the ride was asked for', () => {
    const trip = { distanceMetres: QUOTE.distanceMetres * 3, durationSeconds: QUOTE.durationSeconds * 3 };
    const surged = given(policy).facts(ride.requested(180_000, 1.5), offer.offered(), yes(offer), offer.booked());
    const fare = fareFor(NEW_YORK, 'standard', trip, 1.5);
    surged
      .facts(offer.arrived(), offer.aboard())
      .heard(offer.dropped(trip))
      .then(completed({ ...trip, fare, settledBy: 'meter' }));
  });
  it('ends at a price that was promised, though the tariff would give another by now', () => {
    const fare = { ...QUOTE.fare, minor: 2 * QUOTE.fare.minor };
    const asked = { ...ride.requested(), data: { ...ride.requested().data, fareEstimate: fare } };
    const promised = given(policy).facts(asked, offer.offered());
    promised.heard(yes(offer)).then(offer.booked(240, fare));
    const aboard = promised.facts(yes(offer), offer.booked(240, fare), offer.arrived(), offer.aboard());
    aboard.heard(offer.dropped()).then(completed({ fare }));
  });
  it('costs more for waiting beyond the free minutes', () => {
    const late = booked
      .at(MINUTE)
      .facts(offer.arrived())
      .at(5 * MINUTE)
      .facts(offer.aboard());
    const waited = { minor: QUOTE.fare.minor + 2 * NEW_YORK.tariff.waitingPerMinute, currency: 'USD' };
    late.heard(offer.dropped()).then(completed({ fare: waited }));
  });
  it('goes through arrival and pickup, in this order', () => {
    expect([booked, arrived, aboard].map(({ state }) => state.is)).toEqual(['booked', 'arrived', 'aboard']);
    booked.heard(offer.aboard()).then();
    expect(booked.facts(offer.aboard()).state.is).toBe('booked');
    booked.heard(offer.dropped()).then();
    arrived.heard(offer.dropped()).then();
  });
  it('is the booked driver’s: facts of another offer are ignored', () => {
    expect(booked.facts(other.arrived()).state.is).toBe('booked');
    expect(arrived.facts(other.aboard()).state.is).toBe('arrived');
    aboard.heard(other.dropped()).then();
    arrived.heard(other.notThere()).then();
    booked.heard(other.silent()).then();
  });
  it('doesn’t happen when the rider isn’t there', () => {
    const fee = NEW_YORK.tariff.noShowFee;
    arrived.heard(offer.notThere()).then(ride.cancelled('no_show', fee, offer.driverId));
    booked.heard(offer.notThere()).then();
    aboard.heard(offer.notThere()).then();
  });
  it('loses its driver by silence before the pickup, not after', () => {
    booked.heard(offer.silent(), { now: MINUTE }).then(offer.left('silence', 4 * MINUTE));
    arrived.heard(offer.silent(), { now: MINUTE }).then(offer.left('silence', 4 * MINUTE));
    aboard.heard(offer.silent()).then();
  });
  it.each(ended)('that is %s is over, whatever is said about it', (_, past) => {
    const late: readonly NewFact[] = [
      offer.dropped(),
      offer.notThere(),
      offer.silent(),
      offer.timedOut(),
      offer.arrived(),
    ];
    for (const fact of late) past.heard(fact as never, { now: 1e12 }).then();
    expect(past.facts(ride.requested()).state.is).toBe('ended');
  });
  it('that has arrived, or goes on, doesn’t begin anew when that is heard again', () => {
    expect(arrived.at(9_000).facts(offer.arrived()).state).toEqual(arrived.state);
    expect(aboard.at(9_000).facts(offer.arrived(), offer.aboard()).state).toEqual(aboard.state);
  });
});
