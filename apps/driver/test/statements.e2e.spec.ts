import { StatementIssued } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

const WEEK = 7 * 24 * 60 * 60_000;
const monday = Date.parse('2026-11-02T05:00:00Z');
const usd = (minor: number) => ({ minor, currency: 'USD' });

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/driver.module.js').then((m) => m.DriverModule), 'driver');
});
afterAll(() => service?.stop());

const issued = (driverId: string, week: number, trips: number) =>
  StatementIssued({
    ...{ driverId, start: monday + week * WEEK, end: monday + (week + 1) * WEEK, timeZone: 'America/New_York' },
    ...{ trips, distanceMetres: trips * 5_000, drivingSeconds: trips * 900, fares: usd(trips * 1_500) },
    ...{ cancellations: 1, fees: usd(500), vehicleClass: 'standard', rating: { average: 4.8, count: 90 } },
  });

describe('a driver’s statements', () => {
  it('are shown newest first, and the last four make the tier', async () => {
    const driverId = v7();
    const token = await service.token('driver', driverId);
    const tier = async () => (await service.request('GET', '/tier', { token })).body as { tier: string; trips: number };
    expect(await tier()).toMatchObject({ tier: 'bronze', trips: 0, next: { tier: 'silver', trips: 40 } });

    for (const [week, trips] of [
      [1, 30],
      [0, 90],
      [2, 30],
      [3, 25],
      [4, 20],
    ] as const)
      await service.say(issued(driverId, week, trips));
    // The first week, with its 90 trips, is the fifth by now.
    await eventually('the tier', tier, ({ trips }) => trips === 105);
    expect(await tier()).toEqual({ tier: 'gold', trips: 105, next: { tier: 'platinum', trips: 95, rating: 4.85 } });

    const { body } = await service.request('GET', '/statements?limit=3', { token });
    expect(body.statements.map(({ trips }: { trips: number }) => trips)).toEqual([20, 25, 30]);
    expect(body.statements[0]).toMatchObject({
      fares: usd(30_000),
      fees: usd(500),
      rating: { average: 4.8, count: 90 },
    });
  });

  it('are each driver’s own', async () => {
    const token = await service.token('driver', v7());
    const { body } = await service.request('GET', '/statements', { token });
    expect(body).toEqual({ statements: [] });
  });

  it('count once, though one is said again', async () => {
    const driverId = v7();
    const token = await service.token('driver', driverId);
    await service.say(issued(driverId, 0, 40));
    await service.say(issued(driverId, 0, 40));
    await service.say(issued(driverId, 1, 1));
    const tier = () => service.request('GET', '/tier', { token });
    await eventually('both weeks', tier, ({ body }) => body.trips === 41);
  });
});
