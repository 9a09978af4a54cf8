import type { Trip } from '../trips/trip.js';
import { RideBook, type RideRecord } from './ride-book.js';

const place = { lat: 40.75, lng: -73.98 };
const trip: Trip = { id: '1', pickupAt: 0, durationSeconds: 60, distanceMetres: 500, pickup: place, dropoff: place };
const record = (rideId: string): RideRecord => ({
  rideId,
  trip,
  riderId: 'r',
  requestedAt: 100,
  driverNear: true,
  offers: 0,
  bookings: 0,
  tellPin: () => Promise.resolve('1234'),
});

describe('RideBook', () => {
  it('knows rides that were asked for, and no others', async () => {
    const book = new RideBook();
    await book.register(() => Promise.resolve(record('a')));
    expect(await book.of('a')).toMatchObject({ rideId: 'a' });
    expect(await book.of('b')).toBeUndefined();
  });
  it('waits for a ride that is still being asked for', async () => {
    const book = new RideBook();
    const answer = Promise.withResolvers<RideRecord>();
    const asking = book.register(() => answer.promise);
    const found = book.of('a');
    answer.resolve(record('a'));
    await asking;
    expect(await found).toMatchObject({ rideId: 'a' });
  });
  it('stops waiting when the request failed', async () => {
    const book = new RideBook();
    const answer = Promise.withResolvers<RideRecord>();
    const asking = book.register(() => answer.promise);
    const found = book.of('a');
    answer.reject(new Error('refused'));
    await expect(asking).rejects.toThrow('refused');
    expect(await found).toBeUndefined();
  });
  it('keeps the first offer, also when it came before the answer to the request', async () => {
    const book = new RideBook();
    book.offered('a', 110);
    const ride = await book.register(() => Promise.resolve(record('a')));
    book.offered('a', 120);
    expect(ride?.offeredAt).toBe(110);
  });
  it('counts the rides near that wait for an offer', async () => {
    const book = new RideBook();
    await book.register(() => Promise.resolve(record('a')));
    await book.register(() => Promise.resolve(record('b')));
    expect(book.waitingNear(place, 1000)).toBe(2);
    expect(book.waitingNear({ lat: 40.6, lng: -73.98 }, 1000)).toBe(0);
    book.offered('a', 110);
    expect(book.waitingNear(place, 1000)).toBe(1);
  });
});
