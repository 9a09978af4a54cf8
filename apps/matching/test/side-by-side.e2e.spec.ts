import { BookingCreated, RideAccepted, RideOffered, RideOfferWithdrawn } from '@ride/events';
import { eventually, type ServiceUnderTest } from '@ride/testing';
import { money, startMatching, type City } from './city.js';

let matching: ServiceUnderTest;
let city: City;

beforeAll(async () => {
  ({ matching, city } = await startMatching({ RIDE_OFFERS_AT_ONCE: '2', RIDE_OFFER_MS: '60000' }));
  await matching.another();
});
afterAll(() => matching.stop());
afterEach(() => city.clear());

describe('two offers at once', () => {
  it('go to the two nearest; the booking of one takes the other back, and frees that driver', async () => {
    const [first, second] = [await city.driver(100), await city.driver(200)];
    await city.driver(700);
    const ride = await city.request();
    const { rideId } = ride;
    const offerTo = (driverId: string) =>
      matching.heard(RideOffered, ({ data }) => data.rideId === rideId && data.driverId === driverId);
    const { offerId } = (await offerTo(first)).data;
    const other = (await offerTo(second)).data;
    await matching.say(RideAccepted({ rideId, offerId, driverId: first }));
    await matching.say(BookingCreated({ ...ride, driverId: first, offerId, fare: money(1500), pickupEtaSeconds: 60 }));
    const withdrawn = await matching.heard(RideOfferWithdrawn, ({ data }) => data.offerId === other.offerId);
    expect(withdrawn.data.reason).toBe('ride_booked');
    const next = await city.request();
    await matching.heard(RideOffered, ({ data }) => data.rideId === next.rideId && data.driverId === second);
    expect(matching.said(RideOffered, ({ data }) => data.rideId === rideId)).toHaveLength(2);
  });
});

describe('two instances', () => {
  it('offer each driver one ride, and each ride as many drivers as it may have', async () => {
    const drivers = await Promise.all(Array.from({ length: 12 }, (_, i) => city.driver(50 + i * 60)));
    const rides = await Promise.all(Array.from({ length: 40 }, () => city.request({ searchMs: 60_000 })));
    const ours = new Set(rides.map(({ rideId }) => rideId));
    const offers = () => matching.said(RideOffered, ({ data }) => ours.has(data.rideId)).map(({ data }) => data);
    await eventually(
      'everybody to be asked',
      async () => offers().length,
      (count) => count >= drivers.length,
    );
    // Everybody open is looked at once more, by both.
    await eventually(
      'a second to pass',
      async () => Date.now(),
      (
        (end) => (now) =>
          now > end
      )(Date.now() + 1_500),
    );
    expect(
      offers()
        .map(({ driverId }) => driverId)
        .sort(),
    ).toEqual([...drivers].sort());
    for (const of of Map.groupBy(offers(), ({ rideId }) => rideId).values()) expect(of.length).toBeLessThanOrEqual(2);
    expect(await matching.sql('SELECT id FROM open_offer')).toHaveLength(drivers.length);
  });
});
