import { Rejected } from '@ride/decider';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaById, areaOf, serviceAreas } from './areas.js';

const newYork = { lat: 40.758, lng: -73.9855 };
const london = { lat: 51.5, lng: -0.12 };

describe('service areas', () => {
  it('come with New York', () => {
    expect(areaOf(newYork)).toBe(areaById('new-york'));
    expect(areaOf(newYork)).toMatchObject({ currency: 'USD', timeZone: 'America/New_York' });
  });
  it('refuse a place outside by code', () => {
    expect(() => areaOf(london)).toThrow(Rejected);
    expect(() => areaOf(london)).toThrow(expect.objectContaining({ code: 'outside_service_areas' }));
  });
  it('can have holes', () => {
    const square = (r: number): [number, number][] => [
      [-r, -r],
      [r, -r],
      [r, r],
      [-r, r],
      [-r, -r],
    ];
    const area = {
      ...areaById('new-york'),
      polygon: { type: 'Polygon' as const, coordinates: [square(2), square(1)] },
    };
    expect(areaOf({ lat: 1.5, lng: 0 }, [area])).toBe(area);
    expect(() => areaOf({ lat: 0.5, lng: 0 }, [area])).toThrow();
  });
  it('say which area is missing', () => {
    expect(() => areaById('atlantis')).toThrow("No service area 'atlantis'");
  });
});

describe('a service areas file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'areas-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const changed = (change: object) => JSON.stringify([{ ...areaById('new-york'), ...change }]);

  it('is read once', () => {
    const path = file('once.json', changed({ id: 'elsewhere' }));
    expect(serviceAreas(path)).toBe(serviceAreas(path));
    expect(areaById('elsewhere', serviceAreas(path)).name).toBe('New York');
  });
  it.each([
    ['a currency that does not exist', { currency: 'DOL' }, '0.currency: is no ISO 4217 code'],
    ['a time zone that does not exist', { timeZone: 'New York' }, '0.timeZone: is no IANA time zone'],
    ['a field nobody knows', { colour: 'red' }, 'colour'],
    [
      'an open ring',
      {
        polygon: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
      '0.polygon.coordinates.0',
    ],
  ])('with %s is refused by file and field', (what, change, message) => {
    const path = file(`${what}.json`, changed(change));
    expect(() => serviceAreas(path)).toThrow(message);
    expect(() => serviceAreas(path)).toThrow(path);
  });
  it('that is not JSON, or not there, is refused by name', () => {
    expect(() => serviceAreas(file('text.json', 'hello'))).toThrow('text.json');
    expect(() => serviceAreas(join(folder, 'nowhere.json'))).toThrow('nowhere.json');
  });
});
