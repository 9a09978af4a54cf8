import type { Booking, Ride } from './ride.state.js';
import { newsOf } from './ride-news.js';
import { statusOf, viewOf } from './ride-view.js';

const money = { minor: 1250, currency: 'USD' };
const place = { lat: 40.75, lng: -73.99 };
const asked = {
  pickup: place,
  dropoff: place,
  vehicleClass: 'standard',
  area: 'new-york',
  fareEstimate: money,
} as const;
const booking: Booking = { driverId: 'd', offerId: 'o', fare: money, pickupEtaSeconds: 240, bookedAt: 2_000 };
const live = { riderId: 'r', asked, requestedAt: 1_000, cancelling: false };
const over = { riderId: 'r', asked, driverId: 'd', endedAt: 9_000, endings: 1 };

const requested: Ride = { is: 'requested', ...live, expiresAt: 180_000 };
const booked: Ride = { is: 'booked', ...live, booking };
const arrived: Ride = { is: 'arrived', ...live, booking, arrivedAt: 3_000 };
const aboard: Ride = { is: 'aboard', ...live, booking, pickedUpAt: 4_000, droppedOffAt: null };
const trip = { driverId: 'd', offerId: 'o', area: 'new-york', fare: money, distanceMetres: 5, durationSeconds: 9 };
const completed: Ride = { is: 'completed', ...over, trip: { ...trip, settledBy: 'quote' }, droppedOffAt: 8_000 };
const cancelled: Ride = { is: 'cancelled', ...over, by: 'rider', fee: money };
const unfulfilled: Ride = { is: 'unfulfilled', ...over, driverId: null, reason: 'no_driver_nearby' };
const pin = () => '4711';

describe('news of a ride', () => {
  it.each([
    ['ride.booked', requested, booked, { fare: money, pickupEtaSeconds: 240, driverId: 'd' }],
    ['ride.arrived', booked, arrived, { driverId: 'd' }],
    ['ride.aboard', arrived, aboard, { driverId: 'd' }],
    ['ride.completed', aboard, completed, { fare: money }],
    ['ride.cancelled', booked, cancelled, { by: 'rider', fee: money }],
    ['ride.unfulfilled', requested, unfulfilled, { reason: 'no_driver_nearby' }],
    ['ride.requested_again', booked, requested, { expiresAt: '1970-01-01T00:03:00.000Z' }],
  ] as const)('%s', (type, before, after, details) => {
    expect(newsOf('x', before, after)).toMatchObject({ riderId: 'r', type, data: { rideId: 'x', ...details } });
  });

  it('ride.cancellation_refused, with the status that the ride has again', () => {
    const news = newsOf('x', { ...booked, cancelling: true }, booked);
    expect(news).toMatchObject({ type: 'ride.cancellation_refused', data: { status: 'booked' } });
  });

  it('is none when nothing changed for the rider', () => {
    expect(newsOf('x', { is: 'unknown' }, { is: 'unknown' })).toBeNull();
    expect(newsOf('x', { ...booked, cancelling: true }, { ...booked, cancelling: true })).toBeNull();
    expect(newsOf('x', aboard, { ...aboard, droppedOffAt: 5_000 })).toBeNull();
    expect(newsOf('x', completed, { ...completed, endings: 2 })).toBeNull();
  });

  it('never carries the PIN', () => {
    expect(JSON.stringify(newsOf('x', requested, booked))).not.toMatch(/pin"|offerId/);
  });
});

describe('the view of a ride', () => {
  it('says cancelling until booking has answered', () => {
    expect(statusOf({ ...booked, cancelling: true })).toBe('cancelling');
    expect(statusOf(booked)).toBe('booked');
  });

  it('shows the PIN from the booking until the pickup', () => {
    expect(viewOf('x', booked, { pin })).toMatchObject({ pin: '4711', pickupEtaSeconds: 240, fare: money });
    expect(viewOf('x', arrived, { pin })).toMatchObject({ pin: '4711' });
    for (const ride of [requested, aboard, completed, cancelled, unfulfilled])
      expect(viewOf('x', ride, { pin })).not.toHaveProperty('pin');
  });

  it('shows who the driver is', () => {
    const card = { name: 'Grace', vehicle: 'Toyota Prius', plate: 'T 123', rating: { average: 5, count: 1 } };
    expect(viewOf('x', booked, { card, pin }).driver).toEqual({ driverId: 'd', ...card });
    expect(viewOf('x', booked, { pin }).driver).toEqual({ driverId: 'd' });
    expect(viewOf('x', requested, { pin })).not.toHaveProperty('driver');
  });

  it('shows where the driver is and when they come from there, else when they were to come', () => {
    const position = { location: place, at: '1970-01-01T00:00:03.000Z' };
    const coming = viewOf('x', booked, { pin, whereabouts: { position, pickupEtaSeconds: 100 } });
    expect(coming).toMatchObject({ driver: { position }, pickupEtaSeconds: 100 });
    expect(viewOf('x', booked, { pin, whereabouts: { position } })).toMatchObject({ pickupEtaSeconds: 240 });
    const there = viewOf('x', arrived, { pin, whereabouts: { position, pickupEtaSeconds: 100 } });
    expect(there).toMatchObject({ driver: { position } });
    expect(there).not.toHaveProperty('pickupEtaSeconds');
  });

  it('of which only the end is known shows that', () => {
    expect(viewOf('x', { ...cancelled, asked: null }, { pin })).toEqual({
      rideId: 'x',
      status: 'cancelled',
      driver: { driverId: 'd' },
      endedAt: '1970-01-01T00:00:09.000Z',
      cancelledBy: 'rider',
      fee: money,
    });
  });
});
