import { BookingCompleted, DemandCameLate, DemandMeasured, RideRequested, StatementIssued } from '@ride/events';
import { cellOf } from '@ride/geo';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

const MINUTE = 60_000;
const usd = (minor: number) => ({ minor, currency: 'USD' });
/** The begin of a minute some days ago. */
const begin = Math.floor(Date.now() / MINUTE) * MINUTE - 3 * 24 * 60 * MINUTE;
interface Minute {
  readonly start: string;
  readonly requests: number;
  readonly freeDrivers: number;
}
const place = (n: number) => ({ lat: 40.7 + n * 0.01, lng: -73.98 });

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/insights.module.js').then((m) => m.InsightsModule), 'insights');
}, 60_000);
afterAll(() => service?.stop());

const asksFor = (pickup: { lat: number; lng: number }, time: number) => {
  const ride = { rideId: v7(), riderId: v7(), pickup, dropoff: place(9), area: 'new-york' };
  const told = { fareEstimate: usd(1_000), expiresAt: time + 3 * MINUTE };
  return service.say(RideRequested({ ...ride, ...told, vehicleClass: 'standard' }), { time });
};
const measuredIn = (cell: string, start: number) =>
  service.heard(DemandMeasured, ({ data }) => data.cell === cell && data.start === start);
const demandOf = async (cell: string, url = service.url) => {
  const headers = { authorization: `Bearer ${await service.token('operator')}` };
  const answer = await fetch(`${url}/demand?cell=${cell}`, { headers });
  return { status: answer.status, body: (await answer.json()) as { readonly minutes?: readonly Minute[] } };
};
const openMinute = async (cell: string, start: number) => {
  const { body } = await demandOf(cell);
  return body.minutes?.find((minute) => Date.parse(minute.start) === start);
};
const isRunning = async () => {
  const { body } = await service.request('GET', '/streams', { token: await service.token('operator') });
  return body.applications.every(
    ({ tasks }: { tasks: readonly { state: string }[] }) =>
      tasks.length >= 12 && tasks.every(({ state }) => state === 'running'),
  );
};

describe('insights', () => {
  it('says of each cell and minute how many rides were asked for: as many as one counts by hand', async () => {
    const asked: { readonly cell: string; readonly start: number }[] = [];
    const counted = (cell: string, start: number) =>
      asked.filter((one) => one.cell === cell && one.start === start).length;
    const cells = [0, 1, 2].map((n) => cellOf(place(n)));
    // Rides are in many partitions: what is said of the next minute may be heard first.
    for (const start of [0, 1, 2, 3].map((n) => begin + n * MINUTE)) {
      for (let n = 0; n < 20; n++) {
        const [pickup, time] = [place((n * 7) % 3), start + ((n * 7_919) % MINUTE)];
        asked.push({ cell: cellOf(pickup), start });
        await asksFor(pickup, time);
      }
      for (const cell of cells)
        await eventually(
          'what was said of the minute',
          () => openMinute(cell, start),
          (minute) => (minute?.requests ?? 0) === counted(cell, start),
        );
    }
    for (const cell of cells)
      for (const start of [begin, begin + MINUTE]) {
        const { data } = await measuredIn(cell, start);
        expect(data).toMatchObject({ requests: counted(cell, start), freeDrivers: 0, area: 'new-york' });
      }
    expect(service.said(DemandCameLate)).toEqual([]);
  });

  it('tells operators what a minute has so far, on whichever instance they ask', async () => {
    const cells = [4, 5, 6, 7].map((n) => cellOf(place(n)));
    for (const n of [4, 5, 6, 7]) await asksFor(place(n), begin + MINUTE);
    const counts = async (url?: string) =>
      Promise.all(cells.map(async (cell) => (await demandOf(cell, url)).body.minutes?.[0]));
    const one = { requests: 1, freeDrivers: 0 };
    const each = cells.map(() => expect.objectContaining(one));
    await eventually('the requests', counts, (found) => found.every((minute) => minute !== undefined));
    const other = await service.another();
    await eventually(
      'the tasks are shared',
      () => Promise.all([counts(), counts(other.url)]),
      (found) => found.flat().every((minute) => minute !== undefined),
    );
    expect(await counts()).toEqual(each);
    expect(await counts(other.url)).toEqual(each);
    await other.app.close();
  });

  it('goes on with what it had counted after a restart', async () => {
    const cell = cellOf(place(8));
    await asksFor(place(8), begin);
    await eventually(
      'the request',
      () => demandOf(cell),
      ({ body }) => body.minutes?.length === 1,
    );
    await service.halt();
    await asksFor(place(8), begin + 1);
    await service.resume();
    await eventually(
      'the second request',
      () => demandOf(cell),
      ({ body }) => body.minutes?.some(({ requests }) => requests === 2) === true,
    );
    await asksFor(place(8), begin + 2 * MINUTE);
    expect((await measuredIn(cell, begin)).data.requests).toBe(2);
  });

  it('issues a driver’s statement when their week and two days are over', async () => {
    const driverId = v7();
    const drives = (minor: number, time: number) => {
      const people = { rideId: v7(), riderId: v7(), driverId, offerId: v7() };
      const trip = { area: 'new-york', fare: usd(minor), distanceMetres: 4_000, durationSeconds: 700 };
      return service.say(BookingCompleted({ ...people, ...trip, settledBy: 'quote' }), { time });
    };
    const DAY = 24 * 60 * MINUTE;
    const monday = Date.parse('2026-11-02T05:00:00Z');
    await drives(1_250, monday);
    await drives(2_050, monday + 6 * DAY);
    const weeks = () =>
      service.sql<{ value: string }>(`SELECT value::text FROM stream_state WHERE value::text LIKE '%3300%'`);
    await eventually('both trips', weeks, ({ length }) => length === 1);
    await drives(900, monday + 9 * DAY);
    const { data } = await service.heard(StatementIssued, (fact) => fact.data.driverId === driverId);
    expect(data).toMatchObject({ start: monday, trips: 2, fares: usd(3_300), timeZone: 'America/New_York' });
  });

  it('shows operators its applications, and how their tasks are', async () => {
    await eventually('all tasks', isRunning, Boolean);
    const token = await service.token('operator');
    const { body } = await service.request('GET', '/streams', { token });
    const [demand] = body.applications;
    expect(demand).toMatchObject({ name: 'demand', isMember: true });
    expect(demand.topology).toContain('rides.v1');
  });
});
