import { boxOf, circle, driversOf, graticule, searchesOf } from './geometry.js';

const area = {
  name: 'nyc',
  polygon: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [-74, 40.5],
        [-73.5, 40.5],
        [-73.5, 41],
        [-74, 40.5],
      ],
    ],
  },
};

describe('what is drawn on the map', () => {
  it('is framed by the area', () => {
    expect(boxOf(area.polygon)).toEqual([-74, 40.5, -73.5, 41]);
    expect(boxOf({ type: 'Polygon', coordinates: [] })).toBeUndefined();
  });
  it('has circles that are round on the ground', () => {
    const [east, ...rest] = circle(60, 10, 1113.2);
    expect(east?.[0]).toBeCloseTo(10.02, 5); // a degree of longitude is half as long there
    expect(Math.max(...rest.map(([, lat]) => lat))).toBeCloseTo(60.01, 5);
    expect(rest.at(-1)).toEqual([expect.closeTo(east?.[0] ?? 0), expect.closeTo(60)]);
  });
  it('stands on lines of round degrees', () => {
    const lines = graticule([-74, 40.5, -73.5, 41]).features;
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.map(({ geometry }) => JSON.stringify(geometry.coordinates))).toContainEqual(
      expect.stringContaining('[-74,'),
    );
  });
  it('has each driver and search', () => {
    const map = {
      area,
      drivers: [{ driverId: 'd', lat: 40.7, lng: -73.9, at: '', state: null }],
      searches: [{ rideId: 'r', pickup: { lat: 40.7, lng: -73.9 }, openedAt: '', radiusMetres: 1000, offers: 2 }],
    };
    expect(driversOf(map).features).toMatchObject([
      { geometry: { coordinates: [-73.9, 40.7] }, properties: { state: 'unknown' } },
    ]);
    expect(searchesOf(map).features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'Point']);
  });
});
