import { serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { Phone } from './phone.js';
import { RideOf, Rider } from './people.js';

const CUTS = 100;
/** Drivers who take the ride and leave it, one after the other: two events each, and more of them than cuts. */
const DRIVERS = 70;

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
});
afterAll(() => service?.stop());

it('a phone that is cut off a hundred times while a ride goes on is told each event once, in order, by whichever instance answers', async () => {
  const rider = new Rider(service);
  const { url } = await service.another();
  const phone = new Phone([service.url, url], await service.token('rider', rider.id), CUTS);
  const rideId = await rider.requests();
  phone.turnOn();

  const drives = Array.from({ length: DRIVERS }, () => new RideOf(rider, rideId));
  for (const drive of drives) {
    await service.say(drive.booked);
    await service.say(drive.left);
  }
  const last = new RideOf(rider, rideId);
  await service.say(last.booked);
  const told = await phone.heard(2 * DRIVERS + 1);

  phone.turnOff();
  expect(phone.cuts).toBe(CUTS);
  expect(phone.askedOf.size).toBe(2);
  expect(told.map(({ id }) => Number(id))).toEqual(told.map((_, index) => index + 1));
  expect(told.map(({ event, data }) => [event, (JSON.parse(data) as { driverId?: string }).driverId])).toEqual([
    ...drives.flatMap(({ driverId }) => [
      ['ride.booked', driverId],
      ['ride.requested_again', undefined],
    ]),
    ['ride.booked', last.driverId],
  ]);
});
