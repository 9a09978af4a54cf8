import {
  DemandCameLate,
  DemandMeasured,
  DriverBecameAvailable,
  DriverBecameUnavailable,
  DriverMoved,
  RideRequested,
} from '@ride/events';
import { cellOf } from '@ride/geo';
import { seconds, testStreams, type TestStreams } from '@ride/streams';
import { demand } from './demand.js';

const MINUTE = 60_000;
const here = { lat: 40.758, lng: -73.9855 };
const elsewhere = { lat: 40.7074, lng: -74.0113 };
const area = 'new-york';
const id = (n: number) => `01a21044-98be-71cf-a7d5-${String(n).padStart(12, '0')}`;

class City {
  readonly streams: TestStreams = testStreams(demand());
  #rides = 1_000;

  asks(at: number, pickup = here): void {
    const { fareEstimate, expiresAt } = { fareEstimate: { minor: 1_000, currency: 'USD' }, expiresAt: at + MINUTE };
    const ride = { rideId: id((this.#rides += 1)), riderId: id(1), pickup, dropoff: elsewhere, area };
    this.streams.hear(RideRequested, { ...ride, vehicleClass: 'standard', fareEstimate, expiresAt }, { at });
  }
  comesOn(driver: number, at: number): void {
    const data = { driverId: id(driver), location: here, area, vehicleClass: 'standard', version: at } as const;
    this.streams.hear(DriverBecameAvailable, data, { at });
  }
  goesOff(driver: number, at: number): void {
    this.streams.hear(DriverBecameUnavailable, { driverId: id(driver), reason: 'booked', version: at }, { at });
  }
  moves(driver: number, at: number, location = here): void {
    this.streams.hear(DriverMoved, { driverId: id(driver), location, area }, { at });
  }
  get measured() {
    return this.streams.said(DemandMeasured).map(({ data: { cell, start, requests, freeDrivers } }) => ({
      ...{ minute: start / MINUTE, requests, freeDrivers },
      at: cell === cellOf(here) ? 'here' : 'elsewhere',
    }));
  }
}

describe('demand', () => {
  it('is what was asked for in a cell in a minute, said when nothing can change it any more', () => {
    const city = new City();
    city.asks(10_000);
    city.asks(59_999);
    city.asks(60_000);
    city.asks(69_999); // stream time: the first minute and its grace are not over
    expect(city.measured).toEqual([]);
    city.asks(70_000);
    expect(city.measured).toEqual([{ minute: 0, requests: 2, freeDrivers: 0, at: 'here' }]);
    city.streams.quiet(seconds(71));
    expect(city.measured.at(-1)).toEqual({ minute: 1, requests: 3, freeDrivers: 0, at: 'here' });
  });

  it('counts each free driver once in each cell in which they were seen', () => {
    const city = new City();
    city.comesOn(1, 0);
    city.comesOn(2, 0);
    for (const at of [1_000, 5_000, 9_000]) city.moves(1, at);
    city.moves(2, 2_000);
    city.moves(2, 8_000, elsewhere);
    city.streams.quiet(seconds(71));
    expect(city.measured).toContainEqual({ minute: 0, requests: 0, freeDrivers: 2, at: 'here' });
    expect(city.measured).toContainEqual({ minute: 0, requests: 0, freeDrivers: 1, at: 'elsewhere' });
    expect(city.measured).toHaveLength(2);
  });

  it('does not count a driver who is booked or off duty, or of whom it is not known', () => {
    const city = new City();
    city.comesOn(1, 0);
    city.goesOff(1, 1_000);
    city.moves(1, 2_000);
    city.moves(2, 3_000);
    city.streams.quiet(seconds(71));
    expect(city.measured).toEqual([]);
    city.comesOn(1, 100_000);
    city.moves(1, 101_000);
    city.streams.quiet(seconds(71));
    expect(city.measured).toEqual([{ minute: 1, requests: 0, freeDrivers: 1, at: 'here' }]);
  });

  it('says what came too late, and for which minute', () => {
    const city = new City();
    city.asks(10_000);
    city.asks(130_000);
    city.asks(11_000);
    expect(city.streams.late('minutes')).toBe(1);
    expect(city.streams.said(DemandCameLate).map(({ data }) => data)).toEqual([
      { cell: cellOf(here), of: 'request', at: 11_000, start: 0, end: MINUTE },
    ]);
  });

  it('is the same when the process dies after each record', () => {
    const [whole, broken] = [new City(), new City()];
    for (let second = 0; second < 300; second += 7)
      for (const city of [whole, broken]) {
        city.comesOn(second % 5, second * 1_000);
        city.moves(second % 5, second * 1_000 + 1);
        city.asks(second * 1_000 + 2, second % 3 === 0 ? elsewhere : here);
        if (city === broken) city.streams.restart();
      }
    for (const city of [whole, broken]) city.streams.quiet(seconds(71));
    expect(broken.measured).toEqual(whole.measured);
    expect(whole.measured.reduce((sum, { requests }) => sum + requests, 0)).toBe(43);
  });
});
