import { distanceMetres } from '@ride/geo';
import type { Random } from '../../src/random.js';
import type { Trip } from '../../src/trips/trip.js';

/** Some 6 by 3 kilometres of Manhattan, evenly used: wherever drivers set down, others ask. */
const SOUTH_WEST = { lat: 40.715, lng: -74.005 };
const NORTH_EAST = { lat: 40.769, lng: -73.969 };

let made = 0;

export const trips = {
  next(random: Random): Trip {
    const [pickup, dropoff] = [placeIn(random), placeIn(random)];
    const distance = Math.round(distanceMetres(pickup, dropoff) * 1.3);
    made += 1;
    const times = { pickupAt: 0, durationSeconds: Math.ceil(distance / 5) };
    return { id: String(made), ...times, distanceMetres: distance, pickup, dropoff };
  },
};

export function placeIn(random: Random) {
  const between = (a: number, b: number) => a + (b - a) * random.next();
  return { lat: between(SOUTH_WEST.lat, NORTH_EAST.lat), lng: between(SOUTH_WEST.lng, NORTH_EAST.lng) };
}
