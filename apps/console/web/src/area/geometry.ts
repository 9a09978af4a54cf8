import type { AreaMap, Polygon } from '../api/map.js';

type Position = readonly [lng: number, lat: number];
export type Box = readonly [west: number, south: number, east: number, north: number];
/** As MapLibre takes it. */
export interface Features {
  readonly type: 'FeatureCollection';
  readonly features: {
    readonly type: 'Feature';
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
    readonly properties: Readonly<Record<string, string | number>>;
  }[];
}

const METRES_A_DEGREE = 111_320;
const CORNERS = 48;

function positionsIn(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  const [first, second] = coordinates as unknown[];
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]];
  return coordinates.flatMap(positionsIn);
}

export function boxOf({ coordinates }: Polygon): Box | undefined {
  const all = positionsIn(coordinates);
  if (all.length === 0) return undefined;
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** A circle on the ground as a ring; for a few kilometres a degree of longitude is as long as at its middle. */
export function circle(lat: number, lng: number, metres: number): readonly Position[] {
  const up = metres / METRES_A_DEGREE;
  const side = up / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CORNERS + 1 }, (_, i): Position => {
    const angle = (i / CORNERS) * 2 * Math.PI;
    return [lng + side * Math.cos(angle), lat + up * Math.sin(angle)];
  });
}

/** Lines of a round number of degrees, some six across: ground that shows where one is and how far things are. */
export function graticule([west, south, east, north]: Box): Features {
  const step = roundStep(Math.max(east - west, north - south) / 6);
  const margin = step * 3;
  const marks = (from: number, to: number): number[] => {
    const first = Math.ceil((from - margin) / step);
    return Array.from({ length: Math.floor((to + margin) / step) - first + 1 }, (_, i) => (first + i) * step);
  };
  const line = (a: Position, b: Position) => feature('LineString', [a, b]);
  return collection([
    ...marks(west, east).map((lng) => line([lng, south - margin], [lng, north + margin])),
    ...marks(south, north).map((lat) => line([west - margin, lat], [east + margin, lat])),
  ]);
}

function roundStep(degrees: number): number {
  const power = 10 ** Math.floor(Math.log10(degrees));
  return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= degrees) ?? power;
}

export function driversOf({ drivers }: AreaMap): Features {
  return collection(
    drivers.map(({ driverId, lng, lat, state }) =>
      feature('Point', [lng, lat], { id: driverId, state: state ?? 'unknown' }),
    ),
  );
}

export function searchesOf({ searches }: AreaMap): Features {
  return collection(
    searches.flatMap(({ rideId, pickup: { lat, lng }, radiusMetres, offers }) => [
      feature('Polygon', [circle(lat, lng, radiusMetres)], { id: rideId, offers }),
      feature('Point', [lng, lat], { id: rideId, offers }),
    ]),
  );
}

export function collection(features: Features['features']): Features {
  return { type: 'FeatureCollection', features };
}

export function feature(
  type: string,
  coordinates: unknown,
  properties: Readonly<Record<string, string | number>> = {},
): Features['features'][number] {
  return { type: 'Feature', geometry: { type, coordinates }, properties };
}
