import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  DriverRegistered,
  NotificationSent,
  RideCancellationRefused,
  RideCancelled,
  RideUnfulfilled,
  RiderProfileChanged,
  RiderRegistered,
} from '@ride/events';
import { eventually, serviceUnderTest, type Role, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await serviceUnderTest(
    () => import('../src/notification.module.js').then((m) => m.NotificationModule),
    'notification',
  );
});
afterAll(() => service?.stop());

interface Shown {
  readonly kind: string;
  readonly text: string;
}
const money = (minor: number) => ({ minor, currency: 'USD' });

/** A ride with its two people, who look into their inboxes. */
class Ride {
  readonly rideId = v7();
  readonly riderId = v7();
  readonly driverId = v7();
  readonly offerId = v7();

  get created() {
    return BookingCreated({ ...this.#all, fare: money(1250), pickupEtaSeconds: 240 });
  }
  get arrived() {
    const { riderId: _, ...trip } = this.#all;
    return DriverArrived({ ...trip, location: { lat: 40.75, lng: -73.99 } });
  }
  get completed() {
    const trip = { area: 'new-york', fare: money(1310), distanceMetres: 7000, durationSeconds: 1500 };
    return BookingCompleted({ ...this.#all, ...trip, settledBy: 'meter' });
  }
  get left() {
    return BookingCancelled({ ...this.#all, by: 'driver', fee: money(0), expiresAt: Date.now() + 180_000 });
  }
  get cancelled() {
    const { rideId, riderId, driverId } = this;
    return RideCancelled({ rideId, riderId, driverId, by: 'rider', fee: money(500) });
  }
  get unfulfilled() {
    const { rideId, riderId } = this;
    return RideUnfulfilled({ rideId, riderId, reason: 'no_driver_nearby' });
  }
  refused(by: 'rider' | 'driver') {
    return RideCancellationRefused({ rideId: this.rideId, by, reason: 'rider_aboard' });
  }

  async inbox(role: Exclude<Role, 'operator'>, query = '') {
    const token = await service.token(role, role === 'rider' ? this.riderId : this.driverId);
    const { body } = await service.request('GET', `/messages${query}`, { token });
    return body as { readonly messages: readonly Shown[]; readonly next?: string };
  }
  /** Waits for as many messages, and gives their kinds, oldest first. */
  async kinds(role: 'rider' | 'driver', count: number): Promise<readonly string[]> {
    const look = async () => (await this.inbox(role)).messages;
    const found = await eventually(`${count} messages`, look, ({ length }) => length >= count);
    return found.map(({ kind }) => kind).toReversed();
  }
  async outcome() {
    const token = await service.token('operator');
    return (await service.request('GET', `/operations/rides/${this.rideId}`, { token })).body as unknown;
  }
  get #all() {
    const { rideId, riderId, driverId, offerId } = this;
    return { rideId, riderId, driverId, offerId };
  }
}

describe('people are told', () => {
  it('about a ride from the booking to the receipt', async () => {
    const ride = new Ride();
    for (const fact of [ride.created, ride.arrived]) await service.say(fact);
    const factId = await service.say(ride.completed);
    expect(await ride.kinds('rider', 3)).toEqual(['driver_on_the_way', 'driver_arrived', 'receipt']);
    expect(await ride.kinds('driver', 2)).toEqual(['ride_is_yours', 'earnings']);
    const [receipt] = (await ride.inbox('rider')).messages;
    const about = { fact: 'BookingCompleted', factId, rideId: ride.rideId };
    expect(receipt).toMatchObject({ kind: 'receipt', about });
    expect(receipt?.text).toContain('$13.10');
    expect(await ride.outcome()).toEqual({ rideId: ride.rideId, outcome: 'completed', endings: 1 });
  });

  it('that the driver left, that cancelling was refused, and that the ride is cancelled', async () => {
    const ride = new Ride();
    for (const fact of [ride.created, ride.refused('driver'), ride.left, ride.created, ride.refused('rider')])
      await service.say(fact);
    await service.say(ride.cancelled);
    const rider = ['driver_on_the_way', 'searching_again', 'driver_on_the_way', 'cancellation_refused'];
    expect(await ride.kinds('rider', 5)).toEqual([...rider, 'ride_cancelled']);
    const driver = ['ride_is_yours', 'cancellation_refused', 'off_the_ride', 'ride_is_yours', 'ride_cancelled'];
    expect(await ride.kinds('driver', 5)).toEqual(driver);
    expect((await ride.inbox('rider')).messages[0]?.text).toContain('$5.00');
    expect(await ride.outcome()).toMatchObject({ outcome: 'cancelled', endings: 1 });
  });

  it('that nobody was found, though nothing else was heard of the ride', async () => {
    const ride = new Ride();
    await service.say(ride.unfulfilled);
    expect(await ride.kinds('rider', 1)).toEqual(['ride_unfulfilled']);
    expect(await ride.outcome()).toMatchObject({ outcome: 'unfulfilled', endings: 1 });
  });

  it('and it is said that they were, because of the fact that they are told of', async () => {
    const ride = new Ride();
    const factId = await service.say(ride.created);
    for (const recipientId of [ride.riderId, ride.driverId]) {
      const { data, headers } = await service.heard(NotificationSent, ({ key }) => key === recipientId);
      expect(data).toEqual({ recipientId, about: { factId, fact: 'BookingCreated' }, channel: 'in_app' });
      expect(headers).toMatchObject({ source: '/notification', correlationId: ride.rideId, causationId: factId });
    }
  });

  it('once, however often the log repeats a fact', async () => {
    const ride = new Ride();
    const id = v7();
    for (let n = 0; n < 3; n++) await service.say(ride.created, { id });
    const end = v7();
    for (let n = 0; n < 3; n++) await service.say(ride.completed, { id: end });
    await service.say(ride.refused('rider')); // the last of them: when it is there, all before it were heard
    expect(await ride.kinds('rider', 3)).toEqual(['driver_on_the_way', 'receipt', 'cancellation_refused']);
    expect(await ride.outcome()).toMatchObject({ outcome: 'completed', endings: 1 });
    await service.heard(
      NotificationSent,
      ({ key, data }) => key === ride.riderId && data.about.fact === 'RideCancellationRefused',
    );
    expect(service.said(NotificationSent, ({ data }) => data.about.factId === id)).toHaveLength(2);
  });

  it('on a live stream, which is taken up where it broke off', async () => {
    const ride = new Ride();
    const token = await service.token('rider', ride.riderId);
    const events = await service.events('/events', token);
    await service.say(ride.created);
    const first = await events.first('message.new');
    expect(first.data).toMatchObject({ kind: 'driver_on_the_way', about: { rideId: ride.rideId } });
    events.close();
    await service.say(ride.arrived);
    await ride.kinds('rider', 2);
    const again = await service.events('/events', token, first.id);
    expect((await again.first('message.new')).data).toMatchObject({ kind: 'driver_arrived' });
    again.close();
  });
});

describe('an inbox', () => {
  it('is read by pages, newest first', async () => {
    const ride = new Ride();
    for (const fact of [ride.created, ride.arrived, ride.completed]) await service.say(fact);
    await ride.kinds('rider', 3);
    const first = await ride.inbox('rider', '?limit=2');
    expect(first.messages.map(({ kind }) => kind)).toEqual(['receipt', 'driver_arrived']);
    const second = await ride.inbox('rider', `?limit=2&cursor=${first.next}`);
    expect(second.messages.map(({ kind }) => kind)).toEqual(['driver_on_the_way']);
    expect(second).not.toHaveProperty('next');
  });

  it('is its owner’s', async () => {
    expect((await service.request('GET', '/messages')).status).toBe(401);
    expect((await service.request('GET', '/messages', { token: await service.token('operator') })).status).toBe(403);
    const { body } = await service.request('GET', '/messages', { token: await service.token('driver') });
    expect(body).toEqual({ messages: [], unread: 0 });
  });
});

describe('contacts', () => {
  it('are those of the newest profile', async () => {
    const [riderId, driverId] = [v7(), v7()];
    const rating = { average: 0, count: 0 };
    const ada = { riderId, name: 'Ada', rating };
    await service.log.sayAll([
      [RiderRegistered({ ...ada, contact: {}, version: 1 }), {}],
      [RiderProfileChanged({ ...ada, contact: { email: 'ada@example.org' }, version: 3 }), {}],
      [RiderProfileChanged({ ...ada, contact: { email: 'old@example.org' }, version: 2 }), {}],
    ]);
    const grace = { driverId, name: 'Grace', vehicle: 'Toyota', plate: 'T 1', vehicleClass: 'xl', rating } as const;
    await service.say(DriverRegistered({ ...grace, contact: { phone: '+1 212 555 0100' }, version: 1 }));
    const contact = (id: string, version: number) =>
      eventually(
        'the contact',
        () => service.sql<Record<string, unknown>>('SELECT * FROM contact WHERE id = $1', [id]),
        ([row]) => Number(row?.['version']) >= version,
      );
    expect((await contact(riderId, 3))[0]).toMatchObject({ role: 'rider', email: 'ada@example.org', phone: null });
    expect((await contact(driverId, 1))[0]).toMatchObject({ role: 'driver', phone: '+1 212 555 0100', email: null });
  });
});

it('the routes are documented', async () => {
  const { status, body } = await service.request('GET', '/docs-json');
  expect(status).toBe(200);
  expect(Object.keys(body.paths as object)).toEqual(expect.arrayContaining(['/messages', '/events']));
});
