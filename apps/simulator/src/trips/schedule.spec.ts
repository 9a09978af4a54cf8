import { schedule } from './schedule.js';
import type { Trip } from './trip.js';

const place = { lat: 40.7, lng: -74 };
const trip = (id: string, seconds: number): Trip => ({
  id,
  pickupAt: 1_000_000 + seconds * 1000,
  durationSeconds: 60,
  distanceMetres: 100,
  pickup: place,
  dropoff: place,
});

describe('the schedule', () => {
  it('begins with the first trip and is as many times faster as asked for', () => {
    const times = schedule([trip('a', 10), trip('b', 70), trip('c', 70)], 60).map(({ at }) => at);
    expect(times).toEqual([0, 1000, 1000]);
  });
  it('is in order of time', () => {
    expect(schedule([trip('a', 9), trip('b', 3)], 1).map(({ trip: { id } }) => id)).toEqual(['b', 'a']);
  });
  it('of nothing is nothing', () => {
    expect(schedule([], 10)).toEqual([]);
  });
});
