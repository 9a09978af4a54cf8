import { NO_MISHAPS, type Rates } from '../people/fates.js';
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
  const rules = {
    searchMs: 180_000,
    pickupEtaMaxSeconds: 900,
    waitingMs: 300_000,
    silentTripMs: 200_000,
    tripTimeoutFactor: 2,
    tripTimeoutExtraMs: 1_000,
  };
  const plan = (trips: readonly Trip[], rates: Partial<Rates> = {}) => ({
    trips,
    speed: 10,
    rates: { ...NO_MISHAPS, ...rates },
  });
  it('outlasts a search and the longest drive, which speed makes shorter', () => {
    expect(patienceFor(plan([trip(0, 60)]), rules)).toBe(180_000 + 90_000 + 120_000);
    expect(patienceFor(plan([trip(0, 60), trip(0, 6000)]), rules)).toBe(180_000 + 600_000 + 120_000);
  });
  it('outlasts the longest pause between two riders', () => {
    expect(patienceFor(plan([trip(0, 60), trip(7_200_000, 60)]), rules)).toBe(180_000 + 720_000 + 120_000);
  });
  it('outlasts the deadlines that what may happen needs', () => {
    const trips = [trip(0, 1_000)];
    const longest = (rates: Partial<Rates>) => patienceFor(plan(trips, rates), rules) - 100_000 - 120_000;
    expect(longest({ noShow: 0.1 })).toBe(300_000);
    expect(longest({ silent: 0.1 })).toBe(200_000);
    expect(longest({ silentAboard: 0.1 })).toBe(2_001_000);
    expect(longest({ cancelRider: 0.1 })).toBe(180_000);
  });
});
