import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  RideAcceptanceRefused,
  RideCancellationRefused,
  RideCancelled,
  RideUnfulfilled,
  TripTimedOut,
  type NewFact,
} from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { folded } from '../src/history.js';
import { NEW_YORK, QUOTE, RideInFacts, type OfferInFacts } from './ride-in-facts.js';

let service: ServiceUnderTest;
let token: string;

beforeAll(async () => {
  const load = () => import('../src/booking.module.js').then(({ BookingModule }) => BookingModule);
  service = await serviceUnderTest(load, 'booking', { env: { RIDE_SEARCH_MS: '60000' } });
  token = await service.token('operator');
});
afterAll(() => service.stop());

const SOON = () => Date.now() + 60_000;
const of = ({ rideId }: { rideId: string }) => ({
  rideId,
  fits: ({ key }: { key: string }) => key === rideId,
});
async function say(...facts: readonly NewFact[]): Promise<void> {
  await service.log.sayAll(facts.map((fact) => [fact, {}]));
}
async function look(rideId: string, status: string) {
  const ask = () => service.request('GET', `/bookings/${rideId}`, { token });
  return (await eventually(`booking ${status}`, ask, ({ body }) => body.status === status)).body;
}
async function outcome(rideId: string) {
  return (await service.request('GET', `/operations/rides/${rideId}`, { token })).body;
}
async function booked(driverId?: string): Promise<{ ride: RideInFacts; offer: OfferInFacts }> {
  const ride = new RideInFacts();
  const offer = ride.offer(driverId);
  await say(ride.requested(SOON()), offer.offered(), offer.accepted());
  await service.heard(BookingCreated, of(ride).fits);
  return { ride, offer };
}

describe('an acceptance', () => {
  it('becomes a booking, said in the ride’s log because of it', async () => {
    const ride = new RideInFacts();
    const offer = ride.offer();
    await say(ride.requested(SOON()), offer.offered());
    const causationId = await service.say(offer.accepted());
    const { data, headers } = await service.heard(BookingCreated, of(ride).fits);
    expect(data).toEqual(offer.booked().data);
    expect(headers).toMatchObject({ source: '/booking', correlationId: ride.rideId, causationId });
    expect(await look(ride.rideId, 'booked')).toMatchObject({ driverId: offer.driverId, fare: QUOTE.fare });
  });

  it('that crosses another: one booking, one refusal, the first in the log wins', async () => {
    const ride = new RideInFacts();
    const [first, second] = [ride.offer(), ride.offer()];
    await say(ride.requested(SOON()), first.offered(), second.offered(), first.accepted(), second.accepted());
    const refused = await service.heard(RideAcceptanceRefused, of(ride).fits);
    expect(refused.data).toEqual(second.refused('already_booked').data);
    expect(service.said(BookingCreated, of(ride).fits).map(({ data }) => data)).toEqual([first.booked().data]);
  });

  it('of fifty at once: one booking, forty-nine refusals', async () => {
    const ride = new RideInFacts();
    const offers = Array.from({ length: 50 }, () => ride.offer());
    await say(ride.requested(SOON()), ...offers.map(({ offered }) => offered()));
    await say(...offers.map(({ accepted }) => accepted()));
    const refusals = async () => service.said(RideAcceptanceRefused, of(ride).fits);
    expect(await eventually('49 refusals', refusals, ({ length }) => length >= 49)).toHaveLength(49);
    expect(service.said(BookingCreated, of(ride).fits)).toHaveLength(1);
  });

  it('and its expiry: the log decides, whatever the times say', async () => {
    const [inTime, tooLate] = [new RideInFacts(), new RideInFacts()];
    const [counts, expires] = [inTime.offer(), tooLate.offer()];
    const [early, late] = [{ time: Date.now() }, { time: Date.now() + 30_000 }];
    await service.log.sayAll([
      [inTime.requested(SOON()), early],
      [counts.offered(), early],
      [counts.accepted(), late],
      [counts.expired(), early],
      [tooLate.requested(SOON()), early],
      [expires.offered(), early],
      [expires.expired(), late],
      [expires.accepted(), early],
    ]);
    expect((await service.heard(BookingCreated, of(inTime).fits)).data.offerId).toBe(counts.offerId);
    const refused = await service.heard(RideAcceptanceRefused, of(tooLate).fits);
    expect(refused.data).toEqual(expires.refused('offer_expired').data);
  });

  it('by a driver with a live booking is refused, until that ride is over', async () => {
    const { ride, offer } = await booked();
    const next = new RideInFacts();
    const [busy, free] = [next.offer(offer.driverId), next.offer(offer.driverId)];
    await say(next.requested(SOON()), busy.offered(), busy.accepted());
    const refused = await service.heard(RideAcceptanceRefused, of(next).fits);
    expect(refused.data).toEqual(busy.refused('driver_busy').data);
    await say(ride.riderWantsOut());
    await service.heard(RideCancelled, of(ride).fits);
    await say(free.offered(), free.accepted());
    expect((await service.heard(BookingCreated, of(next).fits)).data.offerId).toBe(free.offerId);
  });

  it('of two rides by one driver at once: one booking', async () => {
    const driverId = v7();
    const rides = Array.from({ length: 8 }, () => new RideInFacts());
    const offers = rides.map((ride) => ride.offer(driverId));
    await say(...rides.flatMap((ride, n) => [ride.requested(SOON()), offers[n]!.offered()]));
    await say(...offers.map(({ accepted }) => accepted()));
    const mine = ({ data }: { data: { driverId: string } }) => data.driverId === driverId;
    const refusals = async () => service.said(RideAcceptanceRefused, mine);
    const said = await eventually('7 refusals', refusals, ({ length }) => length >= 7);
    expect(said.map(({ data }) => data.reason)).toEqual(Array(7).fill('driver_busy'));
    expect(service.said(BookingCreated, mine)).toHaveLength(1);
  });
});

describe('an ending', () => {
  it('by the rider costs a fee once the free time after the booking is over', async () => {
    const { ride, offer } = await booked();
    await service.say(ride.riderWantsOut(), { time: Date.now() + 121_000 });
    const { data } = await service.heard(RideCancelled, of(ride).fits);
    expect(data).toEqual(ride.cancelled('rider', NEW_YORK.tariff.cancellationFee, offer.driverId).data);
    expect(await outcome(ride.rideId)).toEqual({ rideId: ride.rideId, outcome: 'cancelled', endings: 1 });
  });

  it('by a trip has the fare', async () => {
    const { ride, offer } = await booked();
    await say(offer.arrived(), offer.aboard(), ride.riderWantsOut(), offer.dropped());
    const { data } = await service.heard(BookingCompleted, of(ride).fits);
    expect(data).toMatchObject({ driverId: offer.driverId, fare: QUOTE.fare, settledBy: 'quote', area: NEW_YORK.id });
    expect(await look(ride.rideId, 'completed')).toMatchObject({ fare: QUOTE.fare, endings: 1 });
    const refused = service.said(RideCancellationRefused, of(ride).fits);
    expect(refused.map(({ data: { reason } }) => reason)).toEqual(['rider_aboard']);
  });

  it('by a search without a driver', async () => {
    const ride = new RideInFacts();
    await say(ride.requested(SOON()), ride.exhausted());
    expect((await service.heard(RideUnfulfilled, of(ride).fits)).data.reason).toBe('none_accepted');
    expect(await outcome(ride.rideId)).toMatchObject({ outcome: 'unfulfilled', endings: 1 });
  });

  it('comes by itself when matching says nothing', async () => {
    const ride = new RideInFacts();
    await say(ride.requested(Date.now() - 60_000));
    expect((await service.heard(RideUnfulfilled, of(ride).fits)).data.reason).toBe('search_overdue');
  });

  it('comes by itself when a trip goes on for far too long, at the quoted fare', async () => {
    const ride = new RideInFacts();
    const offer = ride.offer();
    const longAgo = { time: Date.now() - 24 * 3600 * 1000 };
    const life = [ride.requested(SOON()), offer.offered(), offer.accepted(), offer.arrived(), offer.aboard()];
    await service.log.sayAll(life.map((fact) => [fact, longAgo]));
    const { data } = await service.heard(BookingCompleted, of(ride).fits);
    expect(data).toMatchObject({ fare: QUOTE.fare, distanceMetres: QUOTE.distanceMetres, settledBy: 'quote' });
    await service.heard(TripTimedOut, of(ride).fits);
    expect(await outcome(ride.rideId)).toMatchObject({ outcome: 'completed', endings: 1 });
  });

  it('is not the silence of a driver: the ride looks for another, and that driver is free', async () => {
    const { ride, offer } = await booked();
    await say(offer.silent(Date.now()));
    const { data } = await service.heard(BookingCancelled, of(ride).fits);
    expect(data).toMatchObject({ driverId: offer.driverId, by: 'silence', fee: { minor: 0 } });
    await booked(offer.driverId);
  });

  it('is not the driver’s to make: the ride looks for another', async () => {
    const { ride, offer } = await booked();
    await say(offer.leaves());
    const { data, headers } = await service.heard(BookingCancelled, of(ride).fits);
    expect(data).toMatchObject({ driverId: offer.driverId, by: 'driver', fee: { minor: 0 } });
    expect(data.expiresAt - headers.time!).toBe(60_000);
    const next = ride.offer();
    await say(next.offered(), next.accepted());
    await service.heard(BookingCreated, ({ data: { offerId } }) => offerId === next.offerId);
  });
});

describe('facts that come again', () => {
  it('do nothing twice', async () => {
    const ride = new RideInFacts();
    const offer = ride.offer();
    const life = [
      ride.requested(SOON()),
      offer.offered(),
      offer.accepted(),
      offer.arrived(),
      offer.aboard(),
      offer.dropped(),
    ];
    const told = life.map((fact) => [fact, { id: v7(), time: Date.now() }] as const);
    await service.log.sayAll(told);
    await service.log.sayAll([...told, ...told]);
    await service.heard(BookingCompleted, of(ride).fits);
    await service.log.sayAll(told);
    // Heard behind all repeats, since it has the same key.
    await say(offer.accepted());
    await service.heard(RideAcceptanceRefused, of(ride).fits);
    expect(service.said(BookingCreated, of(ride).fits)).toHaveLength(1);
    expect(service.said(BookingCompleted, of(ride).fits)).toHaveLength(1);
    expect(await outcome(ride.rideId)).toMatchObject({ endings: 1 });
  });
});

describe('the history', () => {
  it('folds to the row, and shows the booking as it was', async () => {
    const { historyOf } = await import('../src/bookings.js');
    const { DataSource } = await import('typeorm');
    const { ride, offer } = await booked();
    await say(offer.leaves());
    await service.heard(BookingCancelled, of(ride).fits);
    const next = ride.offer();
    await say(next.offered(), next.accepted(), next.arrived(), next.aboard(), next.dropped());
    await service.heard(BookingCompleted, of(ride).fits);

    const history = await historyOf(service.get(DataSource as never), ride.rideId);
    const [row] = await service.sql<{ state: unknown; version: number }>(
      'SELECT state, version FROM booking WHERE id = $1',
      [ride.rideId],
    );
    expect(row).toEqual({ state: JSON.parse(JSON.stringify(folded(history))), version: history.length });
    expect(history.map(({ type, said }) => (said ? `${type}!` : type))).toEqual([
      'RideRequested',
      'RideOffered',
      'RideAccepted',
      'BookingCreated!',
      'RideCancellationRequested',
      'BookingCancelled!',
      'RideOffered',
      'RideAccepted',
      'BookingCreated!',
      'DriverArrived',
      'RiderPickedUp',
      'RiderDroppedOff',
      'BookingCompleted!',
    ]);

    const at = history[3]!.time.toISOString();
    const then = await service.request('GET', `/bookings/${ride.rideId}?at=${at}`, { token });
    expect(then.body).toMatchObject({ status: 'booked', driverId: offer.driverId, version: 4 });
    const shown = await service.request('GET', `/bookings/${ride.rideId}/history`, { token });
    expect(shown.body.history).toHaveLength(13);
    expect(shown.body.history[3]).toMatchObject({
      type: 'BookingCreated',
      by: 'booking',
      changes: { status: 'booked' },
    });
    const before = new Date(history[0]!.time.getTime() - 1).toISOString();
    const early = await service.request('GET', `/bookings/${ride.rideId}?at=${before}`, { token });
    expect(early).toMatchObject({ status: 404, body: { code: 'booking_not_found' } });
  });

  it('is for operators', async () => {
    const rider = await service.token('rider');
    expect((await service.request('GET', `/bookings/${v7()}`, { token: rider })).status).toBe(403);
    const unknown = await service.request('GET', `/bookings/${v7()}`, { token });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'booking_not_found' } });
  });
});
