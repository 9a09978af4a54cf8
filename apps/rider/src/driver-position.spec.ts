import { DriverMoved } from '@ride/events';
import { areaById, travelSeconds } from '@ride/geo';
import { newestOf, whereaboutsFor } from './driver-position.js';
import type { DrivenRide } from './ride.state.js';

const fare = { minor: 1250, currency: 'USD' };
const pickup = { lat: 40.75, lng: -73.99 };
const location = { lat: 40.76, lng: -73.98 };
const booked: DrivenRide = {
  is: 'booked',
  riderId: 'r',
  asked: { pickup, dropoff: pickup, vehicleClass: 'standard', area: 'new-york', fareEstimate: fare },
  requestedAt: 1_000,
  cancelling: false,
  booking: { driverId: 'd', offerId: 'o', fare, pickupEtaSeconds: 240, bookedAt: 2_000 },
};
const moved = (time: number, driverId = 'd') => {
  const { type, data } = DriverMoved({ driverId, location, heading: 90, speed: 10, area: 'new-york' });
  return { type, data, time };
};

describe('where the driver is', () => {
  const position = { location, heading: 90, at: '1970-01-01T00:00:03.000Z' };

  it('is told with the time to the pickup as offers estimate it, while the driver is on the way', () => {
    const pickupEtaSeconds = travelSeconds(location, pickup, areaById('new-york').traffic);
    expect(whereaboutsFor(booked, moved(3_000))).toEqual({ position, pickupEtaSeconds });
  });

  it('is told without it once the driver is there', () => {
    expect(whereaboutsFor({ ...booked, is: 'arrived', arrivedAt: 2_500 }, moved(3_000))).toEqual({ position });
    const aboard: DrivenRide = { ...booked, is: 'aboard', pickedUpAt: 2_800, droppedOffAt: null };
    expect(whereaboutsFor(aboard, moved(3_000))).toEqual({ position });
  });

  it('is told of an area that is no longer configured, too', () => {
    const elsewhere: DrivenRide = { ...booked, asked: { ...booked.asked, area: 'atlantis' } };
    expect(whereaboutsFor(elsewhere, moved(3_000)).pickupEtaSeconds).toBeGreaterThan(0);
  });
});

describe('the newest of each driver', () => {
  it('counts, in whatever order they come, and nothing that is no longer fresh', () => {
    const moves = [moved(5), moved(7), moved(6), moved(9, 'e'), moved(3, 'f')];
    expect([...newestOf(moves, 4)].map(([driverId, { time }]) => [driverId, time])).toEqual([
      ['d', 7],
      ['e', 9],
    ]);
  });
});
