import type { FactOf, FactType } from '@ride/events';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  RideCancellationRefused,
  RideCancelled,
  RideUnfulfilled,
} from '@ride/events';
import { after, unknownRide } from './ride-people.js';
import { whoIsTold, type Content, type Told } from './who-is-told.js';

const [rideId, riderId, driverId, offerId, otherId] = ['ride', 'rider', 'driver', 'offer', 'other'];
const money = (minor: number) => ({ minor, currency: 'USD' });
const place = { lat: 40.75, lng: -73.99 };

/** A fact as it is heard. */
function heard<T extends string, F>(fact: FactType<T, F>, data: FactOf<FactType<T, F>>['data']): Told {
  return { type: fact.type, time: 0, data } as unknown as Told;
}
const tellings = (fact: Told, before: readonly Told[]) => whoIsTold(fact, before.reduce(after, unknownRide(rideId)));
const told = (fact: Told, ...before: readonly Told[]) =>
  tellings(fact, before).map(({ person, content }) => `${person}: ${content.kind}`);
const contents = (fact: Told, ...before: readonly Told[]): readonly Content[] =>
  tellings(fact, before).map(({ content }) => content);

const created = heard(BookingCreated, { rideId, riderId, driverId, offerId, fare: money(1250), pickupEtaSeconds: 241 });
const arrived = heard(DriverArrived, { rideId, driverId, offerId, location: place });
const completed = heard(BookingCompleted, {
  ...{ rideId, riderId, driverId, offerId, area: 'new-york', fare: money(1250) },
  ...{ distanceMetres: 5040, durationSeconds: 905, settledBy: 'quote' },
});
const cancelled = (by: RideCancelled['data']['by'], fee = 0) =>
  heard(RideCancelled, { rideId, riderId, driverId, by, fee: money(fee) });
const unfulfilled = heard(RideUnfulfilled, { rideId, riderId, reason: 'no_driver_nearby' });
const left = (by: BookingCancelled['data']['by']) =>
  heard(BookingCancelled, { rideId, riderId, driverId, offerId, by, fee: money(0), expiresAt: 1 });
const refused = (
  by: RideCancellationRefused['data']['by'],
  reason: RideCancellationRefused['data']['reason'] = 'rider_aboard',
) => heard(RideCancellationRefused, { rideId, by, reason });

describe('who is told what', () => {
  it('a booking: both sides, with time and fare', () => {
    expect(told(created)).toEqual(['rider: driver_on_the_way', 'driver: ride_is_yours']);
    for (const content of contents(created))
      expect(content).toMatchObject({ pickupEtaSeconds: 241, fare: money(1250) });
  });

  it('the arrival: the rider, whom the booking named', () => {
    expect(told(arrived, created)).toEqual(['rider: driver_arrived']);
  });

  it('the arrival of a driver who is not booked: nobody', () => {
    expect(told(heard(DriverArrived, { rideId, driverId, offerId: otherId, location: place }), created)).toEqual([]);
    expect(told(arrived)).toEqual([]);
    expect(told(arrived, created, left('driver'))).toEqual([]);
  });

  it('a completed ride: the receipt and the earnings', () => {
    expect(told(completed, created)).toEqual(['rider: receipt', 'driver: earnings']);
    const trip = { fare: money(1250), distanceMetres: 5040, durationSeconds: 905 };
    expect(contents(completed)).toEqual([
      { kind: 'receipt', ...trip },
      { kind: 'earnings', ...trip },
    ]);
  });

  it('a cancelled ride: the rider with the fee, and the driver if there is one', () => {
    expect(told(cancelled('rider'), created)).toEqual(['rider: ride_cancelled', 'driver: ride_cancelled']);
    const [rider, driver] = contents(cancelled('rider', 500));
    expect(rider).toEqual({ kind: 'ride_cancelled', to: 'rider', by: 'rider', fee: money(500) });
    expect(driver).toEqual({ kind: 'ride_cancelled', to: 'driver', by: 'rider' });
    const early = heard(RideCancelled, { rideId, riderId, by: 'rider', fee: money(0) });
    expect(told(early)).toEqual(['rider: ride_cancelled']);
  });

  it('a cancelled ride: why', () => {
    for (const by of ['rider', 'no_show', 'operator'] as const)
      for (const content of contents(cancelled(by), created)) expect(content).toMatchObject({ by });
    expect(contents(cancelled('unknown'), created)).toEqual(contents(cancelled('operator'), created));
  });

  it('an unfulfilled ride: the rider, and why', () => {
    expect(told(unfulfilled)).toEqual(['rider: ride_unfulfilled']);
    const because = (reason: RideUnfulfilled['data']['reason']) =>
      contents(heard(RideUnfulfilled, { rideId, riderId, reason }));
    expect(because('no_driver_nearby')).toMatchObject([{ because: 'no_driver_nearby' }]);
    for (const reason of ['none_accepted', 'search_overdue', 'unknown'] as const)
      expect(because(reason)).toMatchObject([{ because: 'none_free' }]);
  });

  it('a driver off the ride: both sides, and a silent one why', () => {
    expect(told(left('driver'), created)).toEqual(['rider: searching_again', 'driver: off_the_ride']);
    expect(contents(left('silence'), created)[1]).toMatchObject({ because: 'silence' });
    expect(contents(left('driver'), created)[1]).toMatchObject({ because: 'you_left' });
  });

  it('a refused cancellation: who asked for it', () => {
    expect(told(refused('rider'), created)).toEqual(['rider: cancellation_refused']);
    expect(told(refused('driver'), created)).toEqual(['driver: cancellation_refused']);
    expect(told(refused('rider', 'ride_ended'), created, completed)).toEqual(['rider: cancellation_refused']);
    for (const because of ['rider_aboard', 'ride_ended'] as const)
      expect(contents(refused('rider', because), created)).toMatchObject([{ because }]);
    expect(contents(refused('rider', 'unknown'), created)).toMatchObject([{ because: 'other' }]);
  });

  it('a refused cancellation of somebody whom nobody knows: nobody', () => {
    expect(told(refused('driver', 'not_your_ride'), created)).toEqual([]);
    expect(told(refused('unknown'), created)).toEqual([]);
    expect(told(refused('rider'))).toEqual([]);
  });

  it('anything after the end: nobody', () => {
    for (const fact of [created, arrived, completed, cancelled('rider'), unfulfilled, left('driver')])
      expect(told(fact, created, completed)).toEqual([]);
  });
});

describe('what is known of a ride', () => {
  it('is who is booked', () => {
    expect(after(unknownRide(rideId), created)).toMatchObject({ riderId, driverId, offerId, outcome: null });
    expect([created, left('driver')].reduce(after, unknownRide(rideId))).toMatchObject({ riderId, driverId: null });
  });

  it('is who was booked, though the end does not name them', () => {
    const early = heard(RideCancelled, { rideId, riderId, by: 'rider', fee: money(0) });
    expect([created, early].reduce(after, unknownRide(rideId))).toMatchObject({ driverId, outcome: 'cancelled' });
  });

  it.each([
    ['completed', completed],
    ['cancelled', cancelled('rider')],
    ['unfulfilled', unfulfilled],
  ] as const)('is that it ended %s, once', (outcome, end) => {
    expect([created, end].reduce(after, unknownRide(rideId))).toMatchObject({ outcome, endings: 1, riderId });
    expect([end, completed, arrived].reduce(after, unknownRide(rideId))).toMatchObject({ outcome, endings: 2 });
  });
});
