import { rejections } from '@ride/decider';
import { existsSync, readFileSync } from 'node:fs';
import type { Place } from './place.js';
import { contains } from './polygon.js';
import { ServiceAreas, type ServiceArea } from './service-area.js';

export const areaRejections = rejections({
  outside_service_areas: 'Rides are not offered at this place: choose a pickup inside a service area.',
});

/** The file that comes with the library; this module runs from src/ in tests and from dist/src/ when built. */
const SHIPPED = ['../areas.json', '../../areas.json'].map((path) => new URL(path, import.meta.url));

const loaded = new Map<string | undefined, readonly ServiceArea[]>();
let inForce: string | undefined;

/**
 * The service areas of a file, read and checked once; without a path those in force, which come with the library until
 * `useServiceAreas` names others. Throws an Error that names the file and each wrong field.
 */
export function serviceAreas(file: string | undefined = inForce): readonly ServiceArea[] {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const areas = read(file ?? SHIPPED.find((url) => existsSync(url)) ?? 'areas.json');
  loaded.set(file, areas);
  return areas;
}

/** Makes the areas of this file those of the process; undefined: those that come with the library. Throws as above. */
export function useServiceAreas(file: string | undefined): void {
  serviceAreas(file);
  inForce = file;
}

/** The service area that holds the place: the first in the file's order. Throws Rejected('outside_service_areas'). */
export function areaOf(place: Place, areas: readonly ServiceArea[] = serviceAreas()): ServiceArea {
  const area = areas.find(({ polygon }) => contains(polygon, place));
  if (area === undefined) throw areaRejections.outside_service_areas();
  return area;
}

/** The service area of an id that stands in a fact. Throws an Error when the areas in force have none. */
export function areaById(id: string, areas: readonly ServiceArea[] = serviceAreas()): ServiceArea {
  const area = areas.find((candidate) => candidate.id === id);
  if (area === undefined) throw new Error(`No service area '${id}': put it back into the service areas file.`);
  return area;
}

function read(file: string | URL): readonly ServiceArea[] {
  const name = file.toString();
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`Service areas file ${name}: can't be read as JSON: ${String(cause)}`, { cause });
  }
  const checked = ServiceAreas.safeParse(json);
  if (checked.success) return checked.data;
  const wrong = checked.error.issues.map(({ path, message }) => `  ${path.join('.') || '(whole file)'}: ${message}`);
  throw new Error(`Service areas file ${name}:\n${wrong.join('\n')}`);
}
