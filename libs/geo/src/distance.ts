import type { Place } from './place.js';

/** Mean radius of the earth in metres, (2a + b) / 3 of WGS 84 (IUGG). */
const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (radians: number) => (radians * 180) / Math.PI;

/**
 * Great-circle distance in metres, by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and
 * Telescope 68(2), 1984). The earth as a sphere: at most 0.5 % off.
 */
export function distanceMetres(a: Place, b: Place): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2);
  const lng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = lat * lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lng * lng;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from a to b in degrees clockwise from north, 0 ≤ bearing < 360; 0 when they are one place. */
export function bearing(a: Place, b: Place): number {
  const [from, to, turn] = [radians(a.lat), radians(b.lat), radians(b.lng - a.lng)];
  const y = Math.sin(turn) * Math.cos(to);
  const x = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn);
  return (degrees(Math.atan2(y, x)) + 360) % 360;
}

/**
 * The place that lies `fraction` of the way from a to b (0 is a, 1 is b; clamped). Straight in degrees, which within a
 * city differs from the great circle by centimetres.
 */
export function pointAlong(a: Place, b: Place, fraction: number): Place {
  const f = Math.min(1, Math.max(0, fraction));
  return { lat: a.lat + (b.lat - a.lat) * f, lng: a.lng + (b.lng - a.lng) * f };
}
