import { DemandMeasured, RideRequested } from '@ride/events';
import { estimateFare } from '@ride/fares';
import { areaOf, cellOf } from '@ride/geo';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

const MINUTE = 60_000;
const pickup = { lat: 40.758, lng: -73.9855 };
const dropoff = { lat: 40.7074, lng: -74.0113 };

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
});
afterAll(() => service?.stop());

const says = async (requests: number, freeDrivers: number, minutes: number, from: number) => {
  for (let n = 0; n < minutes; n++) {
    const [start, end] = [from + n * MINUTE, from + (n + 1) * MINUTE];
    await service.say(DemandMeasured({ cell: cellOf(pickup), area: 'new-york', start, end, requests, freeDrivers }));
  }
};

describe('where more rides are asked for than drivers are free', () => {
  it('a price is told with its surge, and the ride costs as much, also when the surge is over by then', async () => {
    const rider = await service.token('rider', v7());
    const trip = { pickup, dropoff, vehicleClass: 'standard' };
    const estimate = async () =>
      (await service.request('POST', '/fare-estimates', { token: rider, body: trip })).body as {
        readonly fareEstimateId: string;
        readonly surge: number;
        readonly options: readonly [{ readonly fare: { readonly minor: number } }];
      };
    expect((await estimate()).surge).toBe(1);
    const now = Math.floor(Date.now() / MINUTE) * MINUTE;
    await says(60, 20, 20, now - 20 * MINUTE);
    const high = await eventually('the surge', estimate, ({ surge }) => surge > 1.7);
    const area = areaOf(pickup);
    expect(high.options[0].fare).toEqual(estimateFare(pickup, dropoff, area, 'standard', high.surge).fare);

    await says(0, 20, 20, now);
    await eventually('the end of the surge', estimate, ({ surge }) => surge === 1);
    const { body } = await service.request('POST', '/rides', {
      token: rider,
      body: { ...trip, fareEstimateId: high.fareEstimateId },
    });
    const asked = await service.heard(RideRequested, ({ data }) => data.rideId === body.rideId);
    expect(asked.data).toMatchObject({ surge: high.surge, fareEstimate: high.options[0].fare });
    const { body: plain } = await service.request('POST', '/rides', { token: rider, body: trip });
    const without = await service.heard(RideRequested, ({ data }) => data.rideId === plain.rideId);
    expect(without.data).toMatchObject({
      surge: 1,
      fareEstimate: estimateFare(pickup, dropoff, area, 'standard').fare,
    });
  });
});
