import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaOf } from '@ride/geo';
import { SAMPLE } from '../arguments.js';
import { readTrips } from './read-trips.js';

const HEADER =
  'request_id,pickup_time,dropoff_time,duration_s,distance_m,pickup_lat,pickup_lon,dropoff_lat,dropoff_lon';
const GOOD = '1,2013-03-01T08:00:02,2013-03-01T08:10:02,600,3701,40.710854,-73.991859,40.741470,-73.975067';

describe('trips from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trips-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  const file = (...lines: string[]) => {
    const path = join(folder, `${files++}.csv`);
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  const refusal = (code: string, message: string) =>
    expect.objectContaining({ code, message: expect.stringContaining(message) as string });

  it('are read with their places, times and distance', async () => {
    expect(await readTrips(file(HEADER, GOOD), 10)).toEqual([
      {
        id: '1',
        pickupAt: Date.parse('2013-03-01T08:00:02Z'),
        durationSeconds: 600,
        distanceMetres: 3701,
        pickup: { lat: 40.710854, lng: -73.991859 },
        dropoff: { lat: 40.74147, lng: -73.975067 },
      },
    ]);
  });
  it('may be thinned out: every so manieth is taken', async () => {
    const path = file(HEADER, ...Array.from({ length: 8 }, (_, n) => GOOD.replace(/^1/, `${n + 1}`)));
    const ids = async (limit: number, every: number) => (await readTrips(path, limit, every)).map(({ id }) => id);
    expect(await ids(10, 3)).toEqual(['1', '4', '7']);
    expect(await ids(2, 3)).toEqual(['1', '4']);
    expect(await ids(10, 100)).toEqual(['1']);
  });
  it('may have other columns, in another order, with a byte order mark and CR LF', async () => {
    const path = file(
      '\uFEFFcolour,dropoff_lon,dropoff_lat,pickup_lon,pickup_lat,distance_m,duration_s,pickup_time,request_id\r',
      'red,-73.9,40.7,-73.8,40.6,1,1,2013-03-01 08:00:02,x\r',
    );
    expect(await readTrips(path, 10)).toMatchObject([{ id: 'x', dropoff: { lat: 40.7, lng: -73.9 } }]);
  });
  it('come in the order of their times', async () => {
    const path = file(HEADER, GOOD.replace('08:00:02', '09:00:00'), GOOD.replace(/^1,/, '2,'));
    expect((await readTrips(path, 10)).map(({ id }) => id)).toEqual(['2', '1']);
  });
  it('are read as far as the limit: what comes after it may be anything', async () => {
    expect(await readTrips(file(HEADER, GOOD, GOOD, 'nonsense'), 2)).toHaveLength(2);
  });
  it.each([
    [
      'duration_s',
      GOOD.replace(',600,', ',ten,'),
      "line 3, column duration_s must be a number from 1 to 86400, not 'ten'",
    ],
    ['duration_s', GOOD.replace(',600,', ',0,'), 'line 3, column duration_s'],
    ['distance_m', GOOD.replace(',3701,', ',-1,'), 'line 3, column distance_m'],
    ['distance_m', GOOD.replace(',3701,', ',,'), 'line 3, column distance_m must not be empty'],
    ['pickup_lat', GOOD.replace('40.710854', '95'), 'line 3, column pickup_lat'],
    ['dropoff_lon', GOOD.replace('-73.975067', 'NaN'), 'line 3, column dropoff_lon'],
    ['pickup_time', GOOD.replace('2013-03-01T08:00:02', '2013-02-31T08:00'), 'line 3, column pickup_time'],
    ['pickup_time', GOOD.replace('2013-03-01T08:00:02', '2013-13-01T08:00:02'), 'line 3, column pickup_time'],
    ['request_id', GOOD.replace(/^1/, ''), 'line 3, column request_id'],
  ])('with a wrong %s are refused by line and column', async (_column, row, message) => {
    await expect(readTrips(file(HEADER, GOOD, row), 10)).rejects.toThrow(refusal('trips_malformed', message));
  });
  it('with too few fields in a row are refused by line', async () => {
    await expect(readTrips(file(HEADER, GOOD, '1,2'), 10)).rejects.toThrow(refusal('trips_malformed', 'line 3'));
  });
  it('with an open quote are refused by line', async () => {
    await expect(readTrips(file(HEADER, GOOD, `"${GOOD}`), 10)).rejects.toThrow(refusal('trips_malformed', 'line 3'));
  });
  it('without their columns are refused by column', async () => {
    const path = file(HEADER.replace('duration_s', 'duration'), GOOD);
    await expect(readTrips(path, 10)).rejects.toThrow(refusal('trips_header', 'line 1 lacks duration_s'));
  });
  it('that are none are refused', async () => {
    await expect(readTrips(file(HEADER), 10)).rejects.toThrow(refusal('trips_empty', 'has no trips'));
    await expect(readTrips(file(''), 10)).rejects.toThrow(refusal('trips_empty', 'has no trips'));
  });
  it('that are not there are refused by name', async () => {
    await expect(readTrips(join(folder, 'nowhere.csv'), 10)).rejects.toThrow(
      refusal('trips_unreadable', 'nowhere.csv'),
    );
  });

  it('come with the simulator: 400, all in New York', async () => {
    const trips = await readTrips(SAMPLE, 10_000);
    expect(trips).toHaveLength(400);
    const areas = trips.flatMap(({ pickup, dropoff }) => [areaOf(pickup).id, areaOf(dropoff).id]);
    expect(new Set(areas)).toEqual(new Set(['new-york']));
  });
});
