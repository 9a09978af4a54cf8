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
import { written } from './money.js';
import { after, unknownRide } from './ride-people.js';
import { messagesAbout, type Told } from './templates.js';

const [rideId, riderId, driverId, offerId, otherId] = ['ride', 'rider', 'driver', 'offer', 'other'];
const money = (minor: number) => ({ minor, currency: 'USD' });
const place = { lat: 40.75, lng: -73.99 };

/** A fact as it is heard. */
function heard<T extends string, F>(fact: FactType<T, F>, data: FactOf<FactType<T, F>>['data']): Told {
  return { type: fact.type, time: 0, data } as unknown as Told;
}
const told = (fact: Told, ...before: readonly Told[]) =>
  messagesAbout(fact, before.reduce(after, unknownRide(rideId))).map(({ person, kind }) => `${person}: ${kind}`);
const texts = (fact: Told, ...before: readonly Told[]) =>
  messagesAbout(fact, before.reduce(after, unknownRide(rideId))).map(({ text }) => text);

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
    expect(texts(created)).toEqual([
      'Your driver is on the way and comes in about 4 minutes. The fare is $12.50.',
      'The ride is yours: the pickup is about 4 minutes away. The fare is $12.50.',
    ]);
  });

  it('a booking: never that it takes no time', () => {
    const { data } = created as BookingCreated;
    expect(texts(heard(BookingCreated, { ...data, pickupEtaSeconds: 10 }))[0]).toContain('about 1 minute.');
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
    expect(texts(completed)[0]).toBe('Thank you for riding with us. You pay $12.50 for 5.0 km in 15 minutes.');
  });

  it('a cancelled ride: the rider with the fee, and the driver if there is one', () => {
    expect(told(cancelled('rider'), created)).toEqual(['rider: ride_cancelled', 'driver: ride_cancelled']);
    expect(texts(cancelled('rider'))[0]).toContain('You pay nothing.');
    expect(texts(cancelled('rider', 500))[0]).toContain('The fee is $5.00.');
    const early = heard(RideCancelled, { rideId, riderId, by: 'rider', fee: money(0) });
    expect(told(early)).toEqual(['rider: ride_cancelled']);
  });

  it('a cancelled ride: why', () => {
    const why = (['rider', 'no_show', 'operator'] as const).map((by) => texts(cancelled(by), created).join());
    expect(new Set(why).size).toBe(3);
    expect(texts(cancelled('unknown'), created)).toEqual(texts(cancelled('operator'), created));
  });

  it('an unfulfilled ride: the rider', () => {
    expect(told(unfulfilled)).toEqual(['rider: ride_unfulfilled']);
  });

  it('a driver off the ride: both sides, and a silent one why', () => {
    expect(told(left('driver'), created)).toEqual(['rider: searching_again', 'driver: off_the_ride']);
    expect(texts(left('silence'), created)[1]).toContain('lost sight');
  });

  it('a refused cancellation: who asked for it', () => {
    expect(told(refused('rider'), created)).toEqual(['rider: cancellation_refused']);
    expect(told(refused('driver'), created)).toEqual(['driver: cancellation_refused']);
    expect(told(refused('rider', 'ride_ended'), created, completed)).toEqual(['rider: cancellation_refused']);
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

it('money is written as its currency has it', () => {
  expect(written(money(1250))).toBe('$12.50');
  expect(written({ minor: 900, currency: 'JPY' })).toBe('¥900');
  expect(written({ minor: 1500, currency: 'KWD' })).toContain('1.500');
});
