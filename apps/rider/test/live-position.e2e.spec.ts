import { eventually, serviceUnderTest, type LiveEvents, type ServiceUnderTest } from '@ride/testing';
import { RideOf, Rider, TIMES_SQUARE, WALL_STREET } from './people.js';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
});
afterAll(() => service?.stop());

const north = (degrees: number) => ({ lat: TIMES_SQUARE.lat + degrees, lng: TIMES_SQUARE.lng });
async function booked(rider = new Rider(service), driverId?: string): Promise<RideOf> {
  const ride = new RideOf(rider, await rider.requests(), driverId);
  await service.say(ride.booked);
  await rider.sees(ride.rideId, 'booked');
  return ride;
}
const look = ({ rider, rideId }: RideOf) => rider.ask('GET', `/rides/${rideId}`);
const movesIn = ({ arrived }: LiveEvents) => arrived.all.filter(({ type }) => type === 'driver.moved');
const placeIn = (moved: object) => (moved as { position: { location: typeof TIMES_SQUARE } }).position.location;
/** Once the rider sees it, all positions of this driver that were said before it have been heard. */
async function comesTo(ride: RideOf, place: typeof TIMES_SQUARE, time: number) {
  await service.say(ride.movedTo(place), { time });
  const ask = async () => (await look(ride)).body;
  return eventually('the position', ask, ({ driver }) => driver.position?.location.lat === place.lat);
}

describe('the driver’s position', () => {
  it('is seen live, in time order, with a pickup ETA that follows it, until the ride ends', async () => {
    const ride = await booked();
    const events = await ride.rider.events();
    const now = Date.now();
    expect((await look(ride)).body.driver).not.toHaveProperty('position');

    await service.say(ride.movedTo(north(0.02), 180), { time: now - 3_000 });
    const { data, id } = await events.first('driver.moved');
    expect(id).toBeUndefined();
    expect(data).toEqual({
      rideId: ride.rideId,
      driverId: ride.driverId,
      position: { location: north(0.02), heading: 180, at: new Date(now - 3_000).toISOString() },
      pickupEtaSeconds: expect.any(Number) as number,
    });
    const { body } = await look(ride);
    expect(body).toMatchObject({ driver: { position: data['position'] }, pickupEtaSeconds: data['pickupEtaSeconds'] });

    await service.say(ride.movedTo(north(0.03)), { time: now - 4_000 }); // late, and older than the one before
    const nearer = await comesTo(ride, north(0.01), now - 2_000);
    expect(nearer.pickupEtaSeconds).toBeLessThan(body.pickupEtaSeconds as number);
    await service.say(ride.arrived);
    expect(await ride.rider.sees(ride.rideId, 'arrived')).not.toHaveProperty('pickupEtaSeconds');
    await service.say(ride.aboard);
    await ride.rider.sees(ride.rideId, 'aboard');
    await comesTo(ride, WALL_STREET, now - 1_000);
    await events.first('driver.moved', (moved) => placeIn(moved).lat === WALL_STREET.lat);
    await service.say(ride.completed);
    expect((await ride.rider.sees(ride.rideId, 'completed')).driver).not.toHaveProperty('position');

    const places = movesIn(events).map((event) => placeIn(event.data));
    expect(places).toEqual([north(0.02), north(0.01), WALL_STREET]);
    events.close();
  });

  it('is nobody’s but the rider’s whose ride they drive, and only while they do', async () => {
    const ride = await booked();
    const events = await ride.rider.events();
    await service.say(ride.left);
    await ride.rider.sees(ride.rideId, 'requested');
    await service.say(ride.movedTo(north(0.05)), { time: Date.now() });
    const other = await booked(new Rider(service), ride.driverId);
    await comesTo(other, north(0.02), Date.now());

    const next = new RideOf(ride.rider, ride.rideId);
    await service.say(next.booked);
    await ride.rider.sees(ride.rideId, 'booked');
    expect((await look(ride)).body.driver).not.toHaveProperty('position');
    await comesTo(next, north(0.01), Date.now());
    await events.first('driver.moved');
    expect(movesIn(events).map(({ data }) => data['driverId'])).toEqual([next.driverId]);
    events.close();
  });

  it('that is no longer fresh is not shown, and one that is survives a restart', async () => {
    const ride = await booked();
    const events = await ride.rider.events();
    await service.say(ride.movedTo(north(0.05)), { time: Date.now() - 61_000 });
    await comesTo(ride, north(0.02), Date.now());
    await events.first('driver.moved');
    expect(movesIn(events)).toHaveLength(1);
    await service.halt();
    await service.resume();
    expect((await look(ride)).body.driver.position.location).toEqual(north(0.02));
  });
});
