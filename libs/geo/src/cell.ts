import { isValidCell, latLngToCell } from 'h3-js';
import type { Place } from './place.js';

/** Hexagons of about 0.74 km²: some minutes' walk across. https://h3geo.org/docs/core-library/restable */
const RESOLUTION = 8;

/** The H3 cell that the place lies in, such as 882a100d67fffff. */
export function cellOf({ lat, lng }: Place): string {
  return latLngToCell(lat, lng, RESOLUTION);
}

/** Whether the text names an H3 cell of the size that `cellOf` tells. */
export function isCell(text: string): boolean {
  return /^88[0-9a-f]{13}$/.test(text) && isValidCell(text);
}
