import type { Place } from '@ride/geo';

const CENTRE: Place = { lat: 40.75, lng: -73.98 };
const METRES_A_DEGREE = 111_195;

/** So many metres east and north of the middle of town. */
export function placeAt(east: number, north: number): Place {
  const shrink = Math.cos((CENTRE.lat * Math.PI) / 180);
  return { lat: CENTRE.lat + north / METRES_A_DEGREE, lng: CENTRE.lng + east / (METRES_A_DEGREE * shrink) };
}
