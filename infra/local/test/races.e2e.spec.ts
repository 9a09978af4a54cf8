import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { FiveServices } from './journey/five-services.js';
import { unsettled } from './outages/endings.js';
import { kafkaOf, RACING, ridesTopicOf } from './races/arena.js';
import { Crowd, type Told } from './races/crowd.js';
import { faults } from './races/judge.js';
import { photoFinishes } from './races/photo-finish.js';
import { RideLog } from './races/ride-log.js';
import { whileStopped } from './races/stopped.js';

const CROWD = 50;

describe('races on real infrastructure', () => {
  let five: FiveServices;
  let log: RideLog;

  beforeAll(async () => {
    five = await FiveServices.start({ ...RACING, RIDE_LOG_LEVEL: 'warn' });
    log = await RideLog.follow(kafkaOf(five), ridesTopicOf(five));
  }, 60_000);

  afterAll(async () => {
    await log?.stop();
    await five?.stop();
  }, 60_000);

  describe('of fifty drivers who are offered one ride, and all accept it at once', () => {
    let crowd: Crowd;

    beforeAll(async () => {
      crowd = await Crowd.of(five, CROWD);
    });
    afterAll(() => crowd?.leave());

    it('one is booked, and each of the others is told why not', async () => {
      const ride = await crowd.offered();
      const told = await (await crowd.accept(ride))();
      const booked = theBooked(told);
      // Who was slower than the news of the booking is refused at once.
      const why = new Set(told.flatMap(({ reason }) => reason ?? []));
      expect(told.filter(({ reason }) => reason !== undefined)).toHaveLength(CROWD - 1);
      expect(['already_booked', 'offer_withdrawn', 'offer_is_over']).toEqual(expect.arrayContaining([...why]));
      await crowd.cancel(ride, booked);
      await log.has(ride.rideId, 'RideCancelled');
      expect(count(ride.rideId, 'BookingCreated')).toBe(1);
      expect(count(ride.rideId, 'RideAccepted')).toBe(count(ride.rideId, 'RideAcceptanceRefused') + 1);
      expect(await unsettled(five.env, [ride.rideId])).toEqual([]);
    });

    it('all said before booking answers the first: that one is booked, and 49 are refused as already booked', async () => {
      const ride = await crowd.offered();
      const told = await (await whileStopped(five.layout, ['booking'], () => crowd.accept(ride)))();
      const booked = theBooked(told);
      expect(told.filter(({ reason }) => reason === 'already_booked')).toHaveLength(CROWD - 1);
      await crowd.cancel(ride, booked);
      await log.has(ride.rideId, 'RideCancelled');
      const accepted = log.of(ride.rideId).filter(({ type }) => type === 'RideAccepted');
      expect(accepted).toHaveLength(CROWD);
      expect(count(ride.rideId, 'RideAcceptanceRefused')).toBe(CROWD - 1);
      const registry = new SchemaRegistry({ host: five.settings.registry.url });
      const first = (await registry.decode(accepted[0]?.value ?? Buffer.of())) as { offerId: string };
      expect(booked.offerId).toBe(first.offerId);
      expect(await unsettled(five.env, [ride.rideId])).toEqual([]);
    });
  });

  it('of an acceptance, the expiry of its offer and a wish to cancel have one end, which everybody agrees on', async () => {
    const finishes = await photoFinishes(five, 20, 20);
    expect(finishes).toHaveLength(20);
    expect(await faults(five, log, finishes)).toEqual([]);
  }, 90_000);

  function count(rideId: string, type: string): number {
    return log.of(rideId).filter((fact) => fact.type === type).length;
  }
});

function theBooked(told: readonly Told[]): Told {
  const [booked, ...more] = told.filter((each) => each.booked);
  if (booked === undefined || more.length > 0) throw new Error(`${told.length} drivers, ${more.length + 1} booked`);
  return booked;
}
