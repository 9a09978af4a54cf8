import fc from 'fast-check';
import { bearing, distanceMetres, pointAlong } from './distance.js';
import type { Place } from './place.js';
import { roadMetres, travelSeconds } from './travel.js';

const place: fc.Arbitrary<Place> = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
});
const timesSquare = { lat: 40.758, lng: -73.9855 };
const jfk = { lat: 40.6413, lng: -73.7781 };

describe('distance', () => {
  it('is 21.8 km from Times Square to JFK', () => {
    expect(distanceMetres(timesSquare, jfk) / 1000).toBeCloseTo(21.8, 1);
  });
  it('is one degree of a meridian: 111,195 m', () => {
    expect(distanceMetres({ lat: 0, lng: 0 }, { lat: 1, lng: 0 })).toBeCloseTo(111_195, 0);
  });
  it('is symmetric, never negative, and 0 only from a place to itself', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 3);
        expect(distanceMetres(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceMetres(a, a)).toBe(0);
      }),
    );
  });
});

describe('pointAlong', () => {
  it('begins at the one end and ends at the other', () => {
    expect(pointAlong(timesSquare, jfk, 0)).toEqual(timesSquare);
    expect(distanceMetres(pointAlong(timesSquare, jfk, 2), jfk)).toBeLessThan(0.001);
    const half = pointAlong(timesSquare, jfk, 0.5);
    expect(distanceMetres(timesSquare, half) / distanceMetres(timesSquare, jfk)).toBeCloseTo(0.5, 3);
  });
});

describe('bearing', () => {
  it('counts clockwise from north', () => {
    const here = { lat: 0, lng: 0 };
    const around = [
      { lat: 1, lng: 0 },
      { lat: 0, lng: 1 },
      { lat: -1, lng: 0 },
      { lat: 0, lng: -1 },
    ];
    expect(around.map((there) => Math.round(bearing(here, there)))).toEqual([0, 90, 180, 270]);
    expect(bearing(here, here)).toBe(0);
  });
});

describe('travel', () => {
  it('takes the road, in whole metres and seconds', () => {
    const km = { lat: 40.758 + 1 / 111.195, lng: -73.9855 };
    expect(roadMetres(timesSquare, km, { roadFactor: 1.5 })).toBe(1500);
    expect(travelSeconds(timesSquare, km, { roadFactor: 1.5, metresPerSecond: 10 })).toBe(150);
    expect(travelSeconds(timesSquare, timesSquare)).toBe(0);
  });
});
