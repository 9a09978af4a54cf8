import {
  DriverRegistered,
  RideCancellationRequested,
  RideRequested,
  RiderProfileChanged,
  RiderRegistered,
} from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { LONDON, RideOf, Rider, TIMES_SQUARE, WALL_STREET } from './people.js';

let service: ServiceUnderTest;
let rider: Rider;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
});
afterAll(() => service?.stop());
beforeEach(() => {
  rider = new Rider(service);
});

/** A ride that the rider sees as booked. */
async function booked(): Promise<RideOf> {
  const ride = new RideOf(rider, await rider.requests());
  await service.say(ride.booked);
  await rider.sees(ride.rideId, 'booked');
  return ride;
}
async function outcomeOf(rideId: string): Promise<{ readonly endings: number }> {
  const token = await service.token('operator');
  return (await service.request('GET', `/operations/rides/${rideId}`, { token })).body;
}

describe('a request', () => {
  it('is answered with where to look, and is said in the ride’s log', async () => {
    const wish = { pickup: TIMES_SQUARE, dropoff: WALL_STREET, vehicleClass: 'xl' };
    const before = Date.now();
    const { status, headers, body } = await rider.ask('POST', '/rides', wish);
    expect(status).toBe(202);
    const rideId = body.rideId as string;
    expect(headers.get('location')).toBe(`/rides/${rideId}`);

    const said = await service.heard(RideRequested, ({ key }) => key === rideId);
    expect(said.data).toMatchObject({ rideId, riderId: rider.id, ...wish, area: 'new-york' });
    expect(said.data.fareEstimate).toEqual({ minor: expect.any(Number) as number, currency: 'USD' });
    expect(said.data.fareEstimate.minor).toBeGreaterThan(700);
    expect(said.data.expiresAt - said.headers.time!).toBe(180_000);
    expect(said.headers.time).toBeGreaterThanOrEqual(before);
    expect(said.headers).toMatchObject({ ceType: 'ride.RideRequested', source: '/rider', subject: rideId });
  });

  it('has the ride’s id as its correlation, and the request’s as its causation', async () => {
    const rideId = await rider.requests();
    const { headers } = await service.heard(RideRequested, ({ key }) => key === rideId);
    expect(headers.correlationId).toBe(rideId);
    expect(headers.causationId).not.toBe(rideId);
    expect(headers.traceparent).toMatch(/^00-/);
  });

  it('shows at once, as its rider’s and nobody else’s', async () => {
    const rideId = await rider.requests();
    const { status, body } = await rider.ask('GET', `/rides/${rideId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rideId, status: 'requested', pickup: TIMES_SQUARE, vehicleClass: 'standard' });
    expect(body).not.toHaveProperty('pin');

    const other = await new Rider(service).ask('GET', `/rides/${rideId}`);
    expect(other).toMatchObject({ status: 404, body: { code: 'ride_not_found' } });
    expect(await rider.ask('GET', `/rides/${v7()}`)).toMatchObject({ status: 404, body: { code: 'ride_not_found' } });
  });

  it('outside all service areas is refused', async () => {
    const wish = { pickup: LONDON, dropoff: WALL_STREET, vehicleClass: 'standard' };
    const answer = await rider.ask('POST', '/rides', wish);
    expect(answer).toMatchObject({ status: 422, body: { code: 'outside_service_areas' } });
  });

  it('is for riders, and well formed', async () => {
    const token = await service.token('driver');
    expect((await service.request('POST', '/rides', { token, body: {} })).status).toBe(403);
    expect((await service.request('GET', '/rides')).status).toBe(401);
    const wrong = await rider.ask('POST', '/rides', { pickup: TIMES_SQUARE, dropoff: { lat: 91, lng: 0 } });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('the view', () => {
  it('follows what booking and the driver say', async () => {
    const ride = new RideOf(rider, await rider.requests());
    const card = { name: 'Grace', vehicle: 'Toyota Prius', plate: 'T 123' };
    const profile = { ...card, vehicleClass: 'standard', contact: {}, rating: { average: 5, count: 1 } } as const;
    await service.say(DriverRegistered({ driverId: ride.driverId, ...profile, version: 1 }));
    await service.say(ride.booked);
    const view = await rider.sees(ride.rideId, 'booked');
    expect(view).toMatchObject({ pickupEtaSeconds: 240, fare: { minor: 1250 }, driver: { driverId: ride.driverId } });
    expect(view.pin).toMatch(/^\d{4}$/);

    await service.say(ride.arrived);
    const { pin } = await rider.sees(ride.rideId, 'arrived');
    expect(pin).toBe(view.pin);

    const look = async () => (await rider.ask('GET', `/rides/${ride.rideId}`)).body.driver;
    expect(await eventually('the driver’s card', look, (driver) => 'name' in driver)).toMatchObject(card);

    await service.say(ride.aboard);
    expect(await rider.sees(ride.rideId, 'aboard')).not.toHaveProperty('pin');
    await service.say(ride.completed);
    const receipt = await rider.sees(ride.rideId, 'completed');
    expect(receipt).toMatchObject({ fare: { minor: 1250, currency: 'USD' }, distanceMetres: 7000, settledBy: 'quote' });
    expect(await outcomeOf(ride.rideId)).toEqual({ rideId: ride.rideId, outcome: 'completed', endings: 1 });
  });

  it('goes back to requested when the driver leaves, and on with the next', async () => {
    const ride = await booked();
    await service.say(ride.left);
    expect(await rider.sees(ride.rideId, 'requested')).not.toHaveProperty('driver');
    const next = new RideOf(rider, ride.rideId);
    await service.say(ride.arrived); // of the offer that is no longer booked
    await service.say(next.booked);
    expect((await rider.sees(ride.rideId, 'booked')).driver.driverId).toBe(next.driverId);
  });

  it('ends once, however often the log repeats the end; another end is counted', async () => {
    const ride = await booked();
    const id = v7();
    for (let n = 0; n < 3; n++) await service.say(ride.completed, { id });
    await service.say(ride.cancelled);
    const asks = () => outcomeOf(ride.rideId);
    const counted = await eventually('the other end', asks, ({ endings }) => endings > 1);
    expect(counted).toEqual({ rideId: ride.rideId, outcome: 'completed', endings: 2 });
    expect((await rider.ask('GET', `/rides/${ride.rideId}`)).body.status).toBe('completed');
  });

  it('of a ride that was never asked for here is a closed one', async () => {
    const ride = new RideOf(rider, v7());
    await service.say(ride.cancelled);
    expect(await rider.sees(ride.rideId, 'cancelled')).toMatchObject({ cancelledBy: 'rider', fee: { minor: 0 } });
    expect(await outcomeOf(ride.rideId)).toMatchObject({ outcome: 'cancelled', endings: 1 });
  });

  it('catches up with what was said while the service was down', async () => {
    const ride = await booked();
    await service.halt();
    for (const fact of [ride.arrived, ride.aboard, ride.completed]) await service.say(fact);
    await service.resume();
    await rider.sees(ride.rideId, 'completed');
    expect(await outcomeOf(ride.rideId)).toMatchObject({ endings: 1 });
  });

  it('lists the own rides, newest first, by pages', async () => {
    const ids = [await rider.requests(), await rider.requests(), await rider.requests()];
    const first = await rider.ask('GET', '/rides?limit=2');
    expect(first.body.rides.map(({ rideId }: { rideId: string }) => rideId)).toEqual([ids[2], ids[1]]);
    const second = await rider.ask('GET', `/rides?limit=2&cursor=${first.body.next}`);
    expect(second.body.rides.map(({ rideId }: { rideId: string }) => rideId)).toEqual([ids[0]]);
    expect(second.body).not.toHaveProperty('next');
    expect((await new Rider(service).ask('GET', '/rides')).body).toEqual({ rides: [] });
    const wrong = await rider.ask('GET', `/rides?cursor=${ids[0]}`);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
    expect(await rider.ask('GET', '/rides?limit=51')).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('a cancellation', () => {
  it('is said once and shows until booking has answered', async () => {
    const ride = await booked();
    const body = { reason: 'changed_plans' };
    expect((await rider.ask('POST', `/rides/${ride.rideId}/cancellation`, body)).status).toBe(202);
    expect((await rider.ask('POST', `/rides/${ride.rideId}/cancellation`)).status).toBe(202);
    expect((await rider.ask('GET', `/rides/${ride.rideId}`)).body.status).toBe('cancelling');
    const said = await service.heard(RideCancellationRequested, ({ key }) => key === ride.rideId);
    expect(said.data).toMatchObject({ by: 'rider', reason: 'changed_plans' });
    expect(said.headers.correlationId).toBe(ride.rideId);

    await service.say(ride.cancelled);
    await rider.sees(ride.rideId, 'cancelled');
    expect(service.said(RideCancellationRequested, ({ key }) => key === ride.rideId)).toHaveLength(1);
    expect((await rider.ask('POST', `/rides/${ride.rideId}/cancellation`)).status).toBe(202);
  });

  it('that booking refuses leaves the ride as it is', async () => {
    const ride = await booked();
    await rider.ask('POST', `/rides/${ride.rideId}/cancellation`);
    await service.say(ride.arrived);
    await service.say(ride.aboard);
    await service.say(ride.refused);
    await rider.sees(ride.rideId, 'aboard');
    const again = await rider.ask('POST', `/rides/${ride.rideId}/cancellation`);
    expect(again).toMatchObject({ status: 409, body: { code: 'rider_aboard' } });
  });

  it('is the rider’s own to ask for', async () => {
    const ride = await booked();
    const other = await new Rider(service).ask('POST', `/rides/${ride.rideId}/cancellation`);
    expect(other).toMatchObject({ status: 404, body: { code: 'ride_not_found' } });
  });

  it('gives no free text to the log', async () => {
    const ride = await booked();
    const answer = await rider.ask('POST', `/rides/${ride.rideId}/cancellation`, { reason: 'Ada lives at 1 Main St' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('live updates', () => {
  it('tell the rider each change once, without the PIN', async () => {
    const events = await rider.events();
    const ride = new RideOf(rider, await rider.requests());
    const { rideId } = ride;
    for (const fact of [ride.booked, ride.left]) await service.say(fact);
    const next = new RideOf(rider, rideId);
    for (const fact of [next.booked, next.arrived, next.arrived, next.aboard, next.completed]) await service.say(fact);
    const end = await events.first('ride.completed');
    expect(end.data).toMatchObject({ rideId, status: 'completed', fare: { minor: 1250, currency: 'USD' } });
    expect(events.arrived.all.map(({ type }) => type)).toEqual([
      'ride.booked',
      'ride.requested_again',
      'ride.booked',
      'ride.arrived',
      'ride.aboard',
      'ride.completed',
    ]);
    expect(JSON.stringify(events.arrived.all)).not.toContain('"pin"');
    events.close();
  });

  it('are taken up where they broke off', async () => {
    const events = await rider.events();
    const ride = await booked();
    const { id } = await events.first('ride.booked');
    events.close();
    await service.say(ride.arrived);
    await service.say(ride.aboard);
    await rider.sees(ride.rideId, 'aboard');
    const again = await rider.events(id);
    await again.first('ride.aboard');
    expect(again.arrived.all.map(({ type }) => type)).toEqual(['ride.arrived', 'ride.aboard']);
    again.close();
  });
});

describe('a profile', () => {
  it('is registered, then changed, whole and with its version', async () => {
    expect(await rider.ask('GET', '/profile')).toMatchObject({ status: 404, body: { code: 'profile_not_found' } });
    const told = await rider.ask('PUT', '/profile', { name: 'Ada', email: 'ada@example.org' });
    expect(told).toMatchObject({ status: 200, body: { riderId: rider.id, name: 'Ada', email: 'ada@example.org' } });
    const mine = ({ key }: { key: string }) => key === rider.id;
    const registered = await service.heard(RiderRegistered, mine);
    expect(registered.data).toMatchObject({ name: 'Ada', contact: { email: 'ada@example.org' }, version: 1 });

    await rider.ask('PUT', '/profile', { name: 'Ada', email: 'ada@example.org' });
    await rider.ask('PUT', '/profile', { name: 'Ada L.', phone: '+1 212 555 0100' });
    const changed = await service.heard(RiderProfileChanged, mine);
    expect(changed.data).toMatchObject({ name: 'Ada L.', contact: { phone: '+1 212 555 0100' }, version: 2 });
    expect(changed.data.contact).not.toHaveProperty('email');
  });

  it('that the log has in a higher version is said again above it', async () => {
    await rider.ask('PUT', '/profile', { name: 'Ada' });
    const rating = { average: 0, count: 0 };
    await service.say(RiderProfileChanged({ riderId: rider.id, name: 'lost', contact: {}, rating, version: 5 }));
    const again = await service.heard(RiderProfileChanged, ({ key, data }) => key === rider.id && data.version > 5);
    expect(again.data).toMatchObject({ name: 'Ada', version: 6 });
  });
});

it('the routes are documented', async () => {
  const { status, body } = await service.request('GET', '/docs-json');
  expect(status).toBe(200);
  expect(Object.keys(body.paths as object)).toEqual(
    expect.arrayContaining([
      '/fare-estimates',
      '/fare-estimates/{fareEstimateId}',
      '/rides',
      '/rides/{rideId}',
      '/rides/{rideId}/cancellation',
      '/rides/{rideId}/rating',
      '/profile',
      '/events',
    ]),
  );
});
