import { BookingCompleted, DriverProfileChanged, EarningCameLate, RideCancelled, StatementIssued } from '@ride/events';
import { days, testStreams, type TestStreams } from '@ride/streams';
import { statements } from './statements.js';

const HOUR = 3_600_000;
const id = (n: number) => `01a21044-98be-71cf-a7d5-${String(n).padStart(12, '0')}`;
const usd = (minor: number) => ({ minor, currency: 'USD' });
const at = (iso: string) => Date.parse(iso);
const ada = id(1);

class Weeks {
  readonly streams: TestStreams = testStreams(statements());
  #rides = 1_000;

  drives(time: string, minor: number, driverId = ada): string {
    const rideId = id((this.#rides += 1));
    const people = { rideId, riderId: id(2), driverId, offerId: id(3) };
    const trip = { area: 'new-york', fare: usd(minor), distanceMetres: 5_000, durationSeconds: 900 };
    this.streams.hear(BookingCompleted, { ...people, ...trip, settledBy: 'quote' }, { at: at(time) });
    return rideId;
  }
  isCancelled(time: string, fee: number, { area = 'new-york', driverId = ada as string | null } = {}): void {
    const ride = { rideId: id((this.#rides += 1)), riderId: id(2), area, ...(driverId !== null && { driverId }) };
    this.streams.hear(RideCancelled, { ...ride, by: 'rider', fee: usd(fee) }, { at: at(time) });
  }
  isRated(time: string, average: number, count: number): void {
    const profile = { name: 'Ada', vehicle: 'Prius', plate: 'R1DE', vehicleClass: 'xl', contact: {} } as const;
    const data = { driverId: ada, ...profile, rating: { average, count }, version: count };
    this.streams.hear(DriverProfileChanged, data, { at: at(time) });
  }
  get issued() {
    return this.streams.said(StatementIssued).map(({ data }) => data);
  }
}

describe('a statement', () => {
  it('is what a week has brought, from Monday to Monday where the driver drives, two days after its end', () => {
    const weeks = new Weeks();
    weeks.drives('2026-11-16T04:59:59Z', 900); // Sunday in New York
    weeks.drives('2026-11-16T05:00:00Z', 1_000);
    weeks.drives('2026-11-23T04:59:59Z', 2_350);
    weeks.isCancelled('2026-11-20T12:00:00Z', 500);
    weeks.drives('2026-11-25T04:59:59Z', 700);
    expect(weeks.issued.map(({ start }) => new Date(start).toISOString())).toEqual(['2026-11-09T05:00:00.000Z']);
    weeks.drives('2026-11-25T05:00:00Z', 700);
    expect(weeks.issued[1]).toEqual({
      driverId: ada,
      start: at('2026-11-16T05:00:00Z'),
      end: at('2026-11-23T05:00:00Z'),
      timeZone: 'America/New_York',
      trips: 2,
      distanceMetres: 10_000,
      drivingSeconds: 1_800,
      fares: usd(3_350),
      cancellations: 1,
      fees: usd(500),
    });
  });

  it('has an hour more in the week in which clocks go back, and one less when they go forward', () => {
    const weeks = new Weeks();
    weeks.drives('2026-10-26T04:00:00Z', 100); // the last week of summer time
    weeks.drives('2026-11-02T04:59:59Z', 200); // its last second
    weeks.drives('2026-11-02T05:00:00Z', 400);
    weeks.streams.quiet(days(11));
    expect(weeks.issued.map(({ start, end, fares }) => [(end - start) / HOUR, fares.minor])).toEqual([
      [169, 300],
      [168, 400],
    ]);
    const spring = new Weeks();
    spring.drives('2027-03-10T12:00:00Z', 100);
    spring.streams.quiet(days(11));
    expect(spring.issued.map(({ start, end }) => (end - start) / HOUR)).toEqual([167]);
  });

  it('shows vehicle class and rating as they are known when it is issued, and nothing of who the driver is', () => {
    const weeks = new Weeks();
    weeks.drives('2026-11-17T12:00:00Z', 1_000);
    weeks.isRated('2026-11-17T12:00:00Z', 4, 1);
    weeks.isRated('2026-11-18T12:00:00Z', 4.5, 2);
    weeks.streams.quiet(days(11));
    expect(weeks.issued).toHaveLength(1);
    expect(weeks.issued[0]).toMatchObject({ vehicleClass: 'xl', rating: { average: 4.5, count: 2 } });
    expect(JSON.stringify(weeks.issued)).not.toMatch(/Ada|Prius|R1DE/);
  });

  it('leaves out rides that ended without a driver, or without a fee', () => {
    const weeks = new Weeks();
    weeks.isCancelled('2026-11-17T12:00:00Z', 0);
    weeks.isCancelled('2026-11-17T12:00:00Z', 500, { driverId: null });
    weeks.streams.quiet(days(11));
    expect(weeks.issued).toEqual([]);
  });

  it('counts what ended in an area that is not known in UTC’s week', () => {
    const weeks = new Weeks();
    weeks.isCancelled('2026-11-16T00:00:00Z', 500, { area: 'atlantis' });
    weeks.streams.quiet(days(11));
    expect(weeks.issued.map(({ start, timeZone }) => [start, timeZone])).toEqual([[at('2026-11-16T00:00:00Z'), 'UTC']]);
  });

  it('is not changed by what is heard of after it was issued: that is said on its own', () => {
    const weeks = new Weeks();
    weeks.drives('2026-11-17T12:00:00Z', 1_000);
    weeks.drives('2026-11-26T12:00:00Z', 1_000);
    const late = weeks.drives('2026-11-22T12:00:00Z', 1_200);
    expect(weeks.issued.map(({ trips }) => trips)).toEqual([1]);
    const [start, end] = [at('2026-11-16T05:00:00Z'), at('2026-11-23T05:00:00Z')];
    expect(weeks.streams.said(EarningCameLate).map(({ data }) => data)).toEqual([
      { driverId: ada, rideId: late, amount: usd(1_200), start, end },
    ]);
  });

  it('adds up to what was earned, driver by driver, whatever dies under way', () => {
    const weeks = new Weeks();
    const earned = new Map<string, number>();
    for (let hour = 0; hour < 24 * 20; hour += 5) {
      const [driver, minor] = [id(1 + (hour % 3)), 700 + ((hour * 37) % 991)];
      weeks.drives(new Date(at('2026-10-26T04:00:00Z') + hour * HOUR).toISOString(), minor, driver);
      earned.set(driver, (earned.get(driver) ?? 0) + minor);
      if (hour % 4 === 0) weeks.streams.restart();
    }
    weeks.streams.quiet(days(11));
    const stated = new Map<string, number>();
    for (const { driverId, fares } of weeks.issued) stated.set(driverId, (stated.get(driverId) ?? 0) + fares.minor);
    expect(stated).toEqual(earned);
  });
});
