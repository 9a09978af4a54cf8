import { RideOffered } from '@ride/events';
import { PositionConnection } from '@ride/positions';
import { eventually, type ServiceUnderTest } from '@ride/testing';
import { startMatching, type City } from './city.js';

let matching: ServiceUnderTest;
let city: City;

beforeAll(async () => {
  ({ matching, city } = await startMatching({}));
});
afterAll(() => matching.stop());

/** The body of the readiness probe, once it answers with that status. */
const ready = async (status: number): Promise<unknown> => {
  const ask = () => matching.request('GET', '/health/ready');
  return (await eventually(`readiness ${status}`, ask, (answer) => answer.status === status)).body;
};

describe('while Redis is away', () => {
  it('matching is not ready, positions wait in the log, searches stay open, and all goes on when it is back', async () => {
    const { client } = matching.get(PositionConnection);
    const [far, near] = [await city.driver(400), await city.driver(800)];
    await ready(200);
    client.destroy();
    expect(await ready(503)).toMatchObject({ troubles: [{ code: 'redis_unreachable', part: 'Redis' }] });
    const moved = Date.now();
    await city.moved(near, 50, moved);
    const { rideId } = await city.request({ searchMs: 60_000 });
    await city.state(rideId, 'open');
    await city.until(moved + 1_500);
    expect(matching.said(RideOffered)).toEqual([]);
    await client.connect();
    await city.position(near, moved);
    const { data } = await matching.heard(RideOffered, (fact) => fact.data.rideId === rideId);
    expect([far, near]).toContain(data.driverId);
    await ready(200);
  });
});
