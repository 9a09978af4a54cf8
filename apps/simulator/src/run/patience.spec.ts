import type { Trip } from '../trips/trip.js';
import { patienceFor } from './patience.js';

const place = { lat: 40, lng: -74 };
const trip = (pickupAt: number, durationSeconds: number): Trip => ({
  id: '1',
  pickupAt,
  durationSeconds,
  distanceMetres: 1,
  pickup: place,
  dropoff: place,
});

describe('patience with a run', () => {
  const rules = { searchMs: 180_000, pickupEtaMaxSeconds: 900 };
  it('outlasts a search and the longest drive, which speed makes shorter', () => {
    expect(patienceFor([trip(0, 60)], 10, rules)).toBe(180_000 + 90_000 + 120_000);
    expect(patienceFor([trip(0, 60), trip(0, 6000)], 10, rules)).toBe(180_000 + 600_000 + 120_000);
  });
  it('outlasts the longest pause between two riders', () => {
    expect(patienceFor([trip(0, 60), trip(7_200_000, 60)], 10, rules)).toBe(180_000 + 720_000 + 120_000);
  });
});
