import { given } from '@ride/decider';
import { RideRequested } from '@ride/events';
import { asked, driverId, policy, requested, wish } from '../test/ride-in-facts.js';
import type { FareEstimate } from './fare-estimate.rules.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const { riderId, pickup, dropoff, area } = wish;
const estimate: FareEstimate = {
  riderId,
  pickup,
  dropoff,
  area,
  distanceMetres: 5_700,
  durationSeconds: 1_390,
  surge: 1.4,
  options: [
    { vehicleClass: 'standard', fare: usd(1990), pickupEtaSeconds: 120 },
    { vehicleClass: 'xl', fare: usd(3180), pickupEtaSeconds: null },
  ],
  expiresAt: 300_000,
};
const request = { do: 'request', ...wish, by: estimate } as const;
const now = given(policy).at(1_000);

describe('a ride that is asked for by a fare estimate', () => {
  it('has exactly the price that was told, whatever the tariff says now', () => {
    now.when(request).then(RideRequested({ ...wish, fareEstimate: usd(1990), surge: 1.4 }));
    const xl = { ...request, vehicleClass: 'xl' } as const;
    now.when(xl).then(RideRequested({ ...wish, vehicleClass: 'xl', fareEstimate: usd(3180), surge: 1.4 }));
  });

  it('has no surge by an estimate from before there was any', () => {
    const { surge: _, ...old } = estimate;
    now.when({ ...request, by: old }).then(RideRequested({ ...wish, fareEstimate: usd(1990), surge: 1 }));
  });

  it('has the tariff’s price when no estimate is named', () => {
    now.when({ ...request, by: undefined }).then(requested);
  });

  it('is refused by an estimate that is not there, or somebody else’s', () => {
    now.when({ ...request, by: null }).refused('fare_estimate_not_found');
    now.when({ ...request, riderId: driverId }).refused('fare_estimate_not_found');
  });

  it('is refused from the moment on at which the estimate expires', () => {
    now.when(request, { now: 299_999 }).then(RideRequested({ ...wish, fareEstimate: usd(1990), surge: 1.4 }));
    now.when(request, { now: 300_000 }).refused('fare_estimate_expired');
  });

  it('is refused for another pickup', () => {
    now.when({ ...request, pickup: { ...pickup, lat: 40.7501 } }).refused('fare_estimate_differs');
    now.when({ ...request, pickup: { ...pickup, lng: -73.9901 } }).refused('fare_estimate_differs');
  });

  it('is refused for another drop-off', () => {
    now.when({ ...request, dropoff: { ...dropoff, lat: 40.7101 } }).refused('fare_estimate_differs');
    now.when({ ...request, dropoff: { ...dropoff, lng: -74.0001 } }).refused('fare_estimate_differs');
  });

  it('is refused in a class of which no price was told', () => {
    now.when({ ...request, vehicleClass: 'accessible' }).refused('fare_estimate_differs');
  });

  it('is not asked for twice under one id, also when the estimate has expired meanwhile', () => {
    asked.when(request, { now: 300_000 }).then();
  });
});
