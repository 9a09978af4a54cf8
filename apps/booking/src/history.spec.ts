import type { NewFact } from '@ride/events';
import fc from 'fast-check';
import { NOTHING, QUOTE, RideInFacts } from '../test/ride-in-facts.js';
import { historyView } from './history-view.js';
import { asOf, folded, type HistoryEntry } from './history.js';

const ride = new RideInFacts();
const offer = ride.offer();
const next = ride.offer();

/** Each a second after the one before, beginning with 0. */
function historyOf(...facts: readonly NewFact[]): HistoryEntry[] {
  return facts.map(({ type, data, fact }, n) => {
    return { version: n + 1, type, said: fact.by.includes('booking'), time: new Date(n * 1000), data };
  });
}
const facts = [
  ride.requested(180_000),
  offer.offered(),
  offer.accepted(),
  offer.booked(),
  offer.leaves(),
  offer.left('driver', 200_000),
  next.offered(),
  next.accepted(),
  next.booked(),
  ride.riderWantsOut(),
  ride.cancelled('rider', 0, next.driverId),
];
const history = historyOf(...facts);

describe('a booking as of a time', () => {
  const statusAt = (at: number) => folded(asOf(history, at)).is;

  it('is what its facts up to then make it', () => {
    expect([-1, 0, 2999, 3000, 4999, 5000, 8000, 10_000, Infinity].map(statusAt)).toEqual([
      'unknown',
      'requested',
      'requested',
      'booked',
      'booked',
      'requested',
      'booked',
      'ended',
      'ended',
    ]);
  });

  it('is always one that it has had, and never less at a later time, however clocks disagree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: history.length, maxLength: history.length }),
        fc.nat(20),
        fc.nat(20),
        (times, a, b) => {
          const skewed = history.map((entry, n) => ({ ...entry, time: new Date(times[n]!) }));
          const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((at) => asOf(skewed, at));
          expect(skewed.slice(0, later!.length)).toEqual(later);
          expect(later!.slice(0, sooner!.length)).toEqual(sooner);
        },
      ),
    );
  });
});

describe('a history', () => {
  const view = historyView(ride.rideId, history);

  it('tells who said what', () => {
    expect(view.map(({ version, by, type, said }) => [version, by, type, said])).toEqual([
      [1, 'rider', 'RideRequested', false],
      [2, 'matching', 'RideOffered', false],
      [3, 'driver', 'RideAccepted', false],
      [4, 'booking', 'BookingCreated', true],
      [5, 'driver', 'RideCancellationRequested', false],
      [6, 'booking', 'BookingCancelled', true],
      [7, 'matching', 'RideOffered', false],
      [8, 'driver', 'RideAccepted', false],
      [9, 'booking', 'BookingCreated', true],
      [10, 'rider', 'RideCancellationRequested', false],
      [11, 'booking', 'RideCancelled', true],
    ]);
    const [byMatching, byBooking] = historyView(
      ride.rideId,
      historyOf(ride.exhausted(), ride.exhausted('search_overdue')),
    );
    expect([byMatching!.by, byBooking!.by]).toEqual(['matching', 'booking']);
  });

  it('tells what each fact changed, and of the offers only which', () => {
    const changes = view.map((entry) => entry.changes);
    expect(changes[1]).toEqual({
      offers: { [offer.offerId]: { driverId: offer.driverId, pickupEtaSeconds: 240, is: 'open' } },
    });
    expect(changes[2]).toEqual({});
    expect(changes[3]).toEqual({
      status: 'booked',
      expiresAt: null,
      driverId: offer.driverId,
      offerId: offer.offerId,
      fare: QUOTE.fare,
      pickupEtaSeconds: 240,
      bookedAt: '1970-01-01T00:00:03.000Z',
      offers: { [offer.offerId]: { is: 'over' } },
    });
    expect(changes[5]).toMatchObject({ status: 'requested', driverId: null, expiresAt: '1970-01-01T00:03:20.000Z' });
    expect(changes[10]).toMatchObject({ status: 'cancelled', fee: NOTHING, endings: 1, offers: null });
  });

  it('shows the reasons of refusals, and no places', () => {
    const refused = offer.refused('offer_expired');
    const [entry] = historyView(ride.rideId, historyOf(refused));
    expect(entry).toMatchObject({ data: refused.data, changes: {} });
    const shown = JSON.stringify(historyView(ride.rideId, historyOf(...facts, offer.arrived(), offer.dropped())));
    expect(shown).not.toMatch(/"(lat|lng|pickup|dropoff|location)"/);
  });
});
