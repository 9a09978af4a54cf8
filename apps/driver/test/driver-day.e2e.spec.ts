import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { ADriver } from './a-driver.js';
import { FARE, RideInFacts, TIMES_SQUARE } from './ride-in-facts.js';

let service: ServiceUnderTest;
let driver: ADriver;

beforeAll(async () => {
  const load = () => import('../src/driver.module.js').then(({ DriverModule }) => DriverModule);
  service = await serviceUnderTest(load, 'driver');
});
afterAll(() => service.stop());
beforeEach(() => {
  driver = new ADriver(service);
});
afterEach(() => driver.leaves());

const day = async (query = '') => (await driver.ask('GET', `/day${query}`)).body;
const list = async (query = '') => (await driver.ask('GET', `/rides${query}`)).body;
const idsOf = ({ rides }: { rides: readonly { rideId: string }[] }) => rides.map(({ rideId }) => rideId);
const inNewYork = (time: number) => new Date(time).toLocaleDateString('sv-SE', { timeZone: 'America/New_York' });
const seesIn = (what: 'offer' | 'ride', status: string | undefined) =>
  eventually(`${what} ${status}`, day, (body) => body[what]?.status === status);
async function earns(ride: RideInFacts, end: 'completed' | 'cancelled' | 'left', time = Date.now()) {
  for (const fact of [ride.offered(), ride.booked(), ride[end]()]) await service.say(fact, { time });
  return eventually(end, list, ({ rides }) =>
    rides.some((seen: { rideId: string; status: string }) => seen.rideId === ride.rideId && seen.status === end),
  );
}

describe('the driver’s day', () => {
  it('shows the present offer, then the ride, also after a restart, and neither when it is over', async () => {
    await driver.goesOnShift();
    expect(await day()).toEqual({
      date: inNewYork(Date.now()),
      timeZone: 'America/New_York',
      shift: expect.objectContaining({ status: 'available', area: 'new-york' }) as object,
      earnings: [],
    });
    const over = await driver.isOffered();
    await service.say(over.expired());
    await seesIn('offer', undefined);
    const ride = await driver.isOffered();
    const { offer } = await seesIn('offer', 'offered');
    expect(offer).toMatchObject({ rideId: ride.rideId, offerId: ride.offerId, pickup: TIMES_SQUARE });
    await driver.ask('POST', `/offers/${ride.offerId}/acceptance`);
    await seesIn('offer', 'accepted');

    await service.halt();
    await service.say(ride.booked());
    await service.resume();
    const booked = await seesIn('ride', 'booked');
    expect(booked).toMatchObject({ shift: { status: 'booked' }, ride: { rideId: ride.rideId, fare: FARE } });
    expect(booked).not.toHaveProperty('offer');
    await service.say(ride.completed());
    const after = await seesIn('ride', undefined);
    expect(after).toMatchObject({ shift: { status: 'available' }, earnings: [{ currency: 'USD', rides: 1 }] });
  });

  it('shows no offer of a ride that somebody else has, or that has ended', async () => {
    const taken = await driver.isOffered();
    await seesIn('offer', 'offered');
    const theirs = new RideInFacts(v7(), taken.rideId);
    await service.say(theirs.offered());
    await service.say(theirs.booked());
    await seesIn('offer', undefined);
    const ended = await driver.isOffered();
    await seesIn('offer', 'offered');
    await service.say(ended.unfulfilled());
    await seesIn('offer', undefined);
  });

  it('adds up fares and fees of the day on which rides ended where they were', async () => {
    const now = Date.now();
    const before = now - 36 * 3_600_000;
    await earns(new RideInFacts(driver.id), 'completed', before);
    for (const end of ['completed', 'completed', 'cancelled', 'left'] as const)
      await earns(new RideInFacts(driver.id), end, now);
    const { minor } = FARE;
    const today = { currency: 'USD', rides: 2, fares: 2 * minor, fees: minor, total: 3 * minor };
    expect((await day(`?date=${inNewYork(now)}`)).earnings).toEqual([today]);
    const then = { currency: 'USD', rides: 1, fares: minor, fees: 0, total: minor };
    expect(await day(`?date=${inNewYork(before)}`)).toMatchObject({ date: inNewYork(before), earnings: [then] });
    expect(await driver.ask('GET', '/day?date=yesterday')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  });

  it('counts an end once, however often it is heard, and only the first', async () => {
    const ride = new RideInFacts(driver.id);
    await earns(ride, 'completed');
    await service.say(ride.completed());
    await service.say(ride.cancelled());
    await driver.isOffered(new RideInFacts(driver.id, ride.rideId)); // heard behind them
    expect((await day()).earnings).toEqual([
      { currency: 'USD', rides: 1, fares: FARE.minor, fees: 0, total: FARE.minor },
    ]);
  });
});

describe('the driver’s rides', () => {
  it('are those they were booked for, the last first, by pages, whatever comes meanwhile', async () => {
    const rides = [0, 1, 2].map(() => new RideInFacts(driver.id));
    const [first, second, third] = rides.map(({ rideId }) => rideId);
    await earns(rides[0]!, 'completed');
    await earns(rides[1]!, 'left');
    const declined = await driver.isOffered();
    await driver.ask('POST', `/offers/${declined.offerId}/decline`);
    await earns(rides[2]!, 'cancelled');

    const page = await list('?limit=2');
    expect(idsOf(page)).toEqual([third, second]);
    expect(page.rides[0]).toMatchObject({ status: 'cancelled', fee: FARE, endedAt: expect.any(String) as string });
    const later = new RideInFacts(driver.id);
    await earns(later, 'completed');
    expect(await list(`?limit=2&cursor=${page.next}`)).toEqual({ rides: [expect.objectContaining({ rideId: first })] });
    expect(idsOf(await list())).toEqual([later.rideId, third, second, first]);
  });

  it('are their own, and asked for with a cursor of theirs', async () => {
    await earns(new RideInFacts(driver.id), 'completed');
    expect((await new ADriver(service).ask('GET', '/rides')).body).toEqual({ rides: [] });
    const rider = await service.token('rider');
    expect((await service.request('GET', '/rides', { token: rider })).status).toBe(403);
    expect((await service.request('GET', '/day', { token: rider })).status).toBe(403);
    const wrong = await driver.ask('GET', '/rides?cursor=next');
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  });
});
