import { jest } from '@jest/globals';
import {
  BookingCancelled,
  BookingCreated,
  RideAcceptanceRefused,
  RideAccepted,
  RideCancelled,
  RideDeclined,
  RideOffered,
  RideOfferExpired,
  RideOfferWithdrawn,
  RideUnfulfilled,
  SearchExhausted,
} from '@ride/events';
import type { ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { City, money, startMatching } from './city.js';

let matching: ServiceUnderTest;
let city: City;

beforeAll(async () => {
  ({ matching, city } = await startMatching({ RIDE_OFFER_MS: '1500' }));
});
afterAll(() => matching.stop());
afterEach(() => city.clear());

const offerOf = (rideId: string, round = 1) =>
  matching.heard(RideOffered, ({ data }) => data.rideId === rideId && data.round === round);

describe('a search', () => {
  it('offers the ride to the nearest free driver, because of the request', async () => {
    await city.driver(900);
    const near = await city.driver(300);
    const { rideId, id } = await city.request();
    const offer = await offerOf(rideId);
    expect(offer.data).toMatchObject({ driverId: near, fareEstimate: money(1500), round: 1 });
    expect(offer.data.pickupEtaSeconds).toBeGreaterThan(0);
    expect(offer.headers).toMatchObject({ correlationId: rideId, causationId: id, source: '/matching' });
  });

  it('asks the next nearest after a decline, and never the same driver again', async () => {
    const [first, second] = [await city.driver(100), await city.driver(400)];
    const { rideId } = await city.request();
    const { offerId, driverId } = (await offerOf(rideId)).data;
    expect(driverId).toBe(first);
    const decline = await matching.say(RideDeclined({ rideId, offerId, driverId }));
    const next = await offerOf(rideId, 2);
    expect(next.data.driverId).toBe(second);
    expect(next.headers.causationId).toBe(decline);
    await matching.say(RideDeclined({ rideId, offerId: next.data.offerId, driverId: second }));
    const end = await matching.heard(SearchExhausted, ({ data }) => data.rideId === rideId);
    expect(end.data.reason).toBe('none_accepted');
    expect(matching.said(RideOffered, ({ data }) => data.rideId === rideId)).toHaveLength(2);
  });

  it('asks the next nearest when nobody answers in time', async () => {
    const [first, second] = [await city.driver(100), await city.driver(400)];
    const { rideId } = await city.request({ searchMs: 20_000 });
    const { offerId } = (await offerOf(rideId)).data;
    await matching.heard(RideOfferExpired, ({ data }) => data.offerId === offerId && data.driverId === first);
    expect((await offerOf(rideId, 2)).data.driverId).toBe(second);
  });

  it('asks further away when nobody near is free', async () => {
    const far = await city.driver(1_500);
    const asked = Date.now();
    const { rideId } = await city.request();
    expect((await offerOf(rideId)).data.driverId).toBe(far);
    expect(Date.now() - asked).toBeGreaterThanOrEqual(900);
  });

  it('is exhausted when nobody is near in time', async () => {
    const { rideId } = await city.request({ searchMs: 600 });
    const end = await matching.heard(SearchExhausted, ({ data }) => data.rideId === rideId);
    expect(end.data.reason).toBe('no_driver_nearby');
    const token = await matching.token('operator');
    await city.state(rideId, 'exhausted');
    await matching.say(RideUnfulfilled({ rideId, riderId: v7(), reason: 'no_driver_nearby' }));
    await city.state(rideId, 'ended');
    const { body } = await matching.request('GET', `/operations/rides/${rideId}`, { token });
    expect(body).toEqual({ rideId, outcome: 'unfulfilled', endings: 1 });
  });

  it('considers a driver who becomes free at once, without waiting for the second to pass', async () => {
    const { RoundReads } = await import('../src/round-reads.js');
    const theSecond = jest.spyOn(matching.get(RoundReads), 'areas').mockResolvedValue([]);
    const { rideId } = await city.request({ searchMs: 20_000 });
    await city.state(rideId, 'open');
    const driverId = await city.driver(200);
    const { offerId } = (await offerOf(rideId)).data;
    const next = await city.request({ searchMs: 20_000 });
    await city.state(next.rideId, 'open');
    await matching.say(RideDeclined({ rideId, offerId, driverId }));
    expect((await offerOf(next.rideId)).data.driverId).toBe(driverId);
    theSecond.mockRestore();
  });

  it('does not count stale positions, nor another vehicle class', async () => {
    await city.driver(10, { seenAt: Date.now() - 61_000 });
    await city.driver(20, { vehicleClass: 'xl' });
    const fresh = await city.driver(800);
    const { rideId } = await city.request();
    expect((await offerOf(rideId)).data.driverId).toBe(fresh);
  });

  it('follows drivers as they move; the newer time wins', async () => {
    const [mover, other] = [await city.driver(900), await city.driver(600)];
    const now = Date.now();
    await city.moved(mover, 50, now);
    await city.moved(mover, 800, now - 5_000);
    await city.moved(other, 600, now);
    await city.position(other, now);
    const { rideId } = await city.request();
    expect((await offerOf(rideId)).data.driverId).toBe(mover);
  });
});

describe('a driver', () => {
  it('who goes off duty gets the offer taken back, and another is asked', async () => {
    const [leaving, staying] = [await city.driver(100), await city.driver(400)];
    const { rideId } = await city.request();
    const { offerId } = (await offerOf(rideId)).data;
    await city.offDuty(leaving);
    const withdrawn = await matching.heard(RideOfferWithdrawn, ({ data }) => data.offerId === offerId);
    expect(withdrawn.data.reason).toBe('driver_unavailable');
    expect((await offerOf(rideId, 2)).data.driverId).toBe(staying);
  });

  it('with a live booking is not asked until it has ended', async () => {
    const driverId = await city.driver(100);
    const first = await city.request();
    const { offerId } = (await offerOf(first.rideId)).data;
    await matching.say(RideAccepted({ rideId: first.rideId, offerId, driverId }));
    await matching.say(BookingCreated({ ...first, driverId, offerId, fare: money(1500), pickupEtaSeconds: 60 }));
    await city.state(first.rideId, 'booked');
    const second = await city.request({ searchMs: 20_000 });
    await city.state(second.rideId, 'open');
    await matching.say(RideCancelled({ ...first, driverId, by: 'rider', fee: money(0) }));
    expect((await offerOf(second.rideId)).data.driverId).toBe(driverId);
    const [{ live }] = (await matching.sql<{ live: string[] }>('SELECT live FROM driver WHERE id = $1', [
      driverId,
    ])) as [{ live: string[] }];
    expect(live).toEqual([]);
  });

  it('who leaves a booked ride is not offered it again; it looks for another', async () => {
    const driverId = await city.driver(100);
    const ride = await city.request();
    const { offerId } = (await offerOf(ride.rideId)).data;
    await matching.say(RideAccepted({ rideId: ride.rideId, offerId, driverId }));
    await matching.say(BookingCreated({ ...ride, driverId, offerId, fare: money(1500), pickupEtaSeconds: 60 }));
    const other = await city.driver(700);
    const expiresAt = Date.now() + 20_000;
    await matching.say(BookingCancelled({ ...ride, driverId, offerId, by: 'driver', fee: money(0), expiresAt }));
    expect((await offerOf(ride.rideId, 2)).data.driverId).toBe(other);
  });

  it('is held by one offer at a time, however many ask', async () => {
    const drivers = [await city.driver(100), await city.driver(200), await city.driver(300)];
    const rides = await Promise.all(Array.from({ length: 10 }, () => city.request({ searchMs: 20_000 })));
    const offers = await Promise.all(
      drivers.map((driverId) => matching.heard(RideOffered, ({ data }) => data.driverId === driverId)),
    );
    expect(new Set(offers.map(({ data }) => data.rideId)).size).toBe(3);
    expect(rides.map(({ rideId }) => rideId)).toEqual(expect.arrayContaining(offers.map(({ data }) => data.rideId)));
    expect(await matching.sql('SELECT id FROM open_offer')).toHaveLength(3);
  });
});

describe('a restart', () => {
  it('an offer that was accepted in the log while matching was down past its expiry becomes the booking', async () => {
    const driverId = await city.driver(100);
    const other = await city.driver(200);
    const ride = await city.request({ searchMs: 60_000 });
    const { rideId } = ride;
    const { offerId, expiresAt } = (await offerOf(rideId)).data;
    await matching.halt();
    // In time, and booked; matching has heard nothing of it when it comes back and finds its offer overdue.
    await matching.say(RideAccepted({ rideId, offerId, driverId }));
    await matching.say(BookingCreated({ ...ride, driverId, offerId, fare: money(1500), pickupEtaSeconds: 60 }));
    await city.until(expiresAt + 500);
    await matching.resume();
    await city.state(rideId, 'booked');
    // Whether or not it said that the offer has expired before it caught up, the place in the log decides.
    await city.caughtUp();
    const { body } = await matching.request('GET', `/searches/${rideId}`, { token: await matching.token('operator') });
    expect(body).toMatchObject({ status: 'booked', driverId, offerId, offers: [] });
    expect(matching.said(RideOffered, ({ data }) => data.rideId === rideId)).toHaveLength(1);
    expect(matching.said(SearchExhausted, ({ data }) => data.rideId === rideId)).toEqual([]);
    // The one who was not asked is still free.
    const next = await city.request();
    expect((await offerOf(next.rideId)).data.driverId).toBe(other);
  });
});

describe('an offer whose expiry stands in the log', () => {
  const asked = async () => {
    const [driverId, other] = [await city.driver(100), await city.driver(200)];
    const ride = await city.request({ searchMs: 20_000 });
    return { ...ride, driverId, other, offerId: (await offerOf(ride.rideId)).data.offerId };
  };
  const factsOf = ({ rideId, riderId, driverId, offerId }: Awaited<ReturnType<typeof asked>>) => ({
    accepted: RideAccepted({ rideId, offerId, driverId }),
    expired: RideOfferExpired({ rideId, offerId, driverId }),
    booked: BookingCreated({ rideId, riderId, driverId, offerId, fare: money(1500), pickupEtaSeconds: 60 }),
    refused: RideAcceptanceRefused({ rideId, offerId, driverId, reason: 'offer_expired' }),
  });

  it('after its acceptance stays with its driver', async () => {
    const ride = await asked();
    const { accepted, expired, booked } = factsOf(ride);
    for (const fact of [accepted, expired, booked]) await matching.say(fact);
    await city.state(ride.rideId, 'booked');
    expect(matching.said(RideOffered, ({ data }) => data.rideId === ride.rideId)).toHaveLength(1);
  });

  it('before its acceptance goes to the next driver', async () => {
    const ride = await asked();
    const { accepted, expired, refused } = factsOf(ride);
    for (const fact of [expired, accepted, refused]) await matching.say(fact);
    expect((await offerOf(ride.rideId, 2)).data.driverId).toBe(ride.other);
  });
});

describe('operators', () => {
  it('see a search; nobody else does', async () => {
    const { rideId } = await city.request();
    await city.state(rideId, 'open');
    const path = `/searches/${rideId}`;
    const { status, body } = await matching.request('GET', path, { token: await matching.token('operator') });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rideId, status: 'open', offers: [], leftOut: [], radiusMetres: expect.any(Number) });
    expect((await matching.request('GET', path, { token: await matching.token('driver') })).status).toBe(403);
  });
  it('are told when matching has not heard of a ride', async () => {
    const { status, body } = await matching.request('GET', `/searches/${v7()}`, {
      token: await matching.token('operator'),
    });
    expect([status, body.code]).toEqual([404, 'search_not_found']);
  });
});
