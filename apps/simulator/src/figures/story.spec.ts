import { storyOf, type Told } from './story.js';

const fact = (type: string, data: Record<string, unknown> = {}): Told => ({ type, data });
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('the story of rides', () => {
  it('tells a ride by how it ended and why', () => {
    const ends = [
      [fact('RiderDroppedOff'), fact('BookingCompleted', { settledBy: 'quote' })],
      [fact('RiderDroppedOff'), fact('BookingCompleted', { settledBy: 'meter' })],
      [fact('TripTimedOut'), fact('BookingCompleted', { settledBy: 'quote' })],
      [fact('RideCancelled', { by: 'rider', fee: usd(0) })],
      [fact('RideCancelled', { by: 'rider', driverId: 'd', fee: usd(0) })],
      [fact('RideCancelled', { by: 'rider', driverId: 'd', fee: usd(500) })],
      [fact('RideCancelled', { by: 'no_show', driverId: 'd', fee: usd(700) })],
      [fact('RideUnfulfilled', { reason: 'none_accepted' })],
      [fact('RideUnfulfilled', { reason: 'none_accepted' })],
    ];
    expect(storyOf(ends)).toMatchObject({
      completed: { 'by quote': 1, 'by meter': 1, 'timed out': 1 },
      cancelled: { 'rider, before a booking': 1, 'rider, free': 1, 'rider, with a fee': 1, no_show: 1 },
      unfulfilled: { none_accepted: 2 },
    });
  });
  it('tells an offer once, by what was said of it first', () => {
    const offered = (offerId: string) => fact('RideOffered', { offerId });
    const story = storyOf([
      [offered('a'), offered('b'), fact('RideAccepted', { offerId: 'a' }), fact('RideDeclined', { offerId: 'b' })],
      [offered('c'), fact('RideOfferExpired', { offerId: 'c' }), fact('RideAccepted', { offerId: 'c' })],
      [offered('d'), fact('RideOfferWithdrawn', { offerId: 'd', reason: 'ride_ended' })],
      [offered('e')],
    ]);
    expect(story.offers).toEqual({ made: 5, accepted: 1, declined: 1, expired: 1, 'withdrawn: ride_ended': 1 });
  });
  it('tells bookings that drivers left, and what was refused', () => {
    const story = storyOf([
      [fact('BookingCreated'), fact('BookingCancelled', { by: 'driver' })],
      [fact('BookingCreated'), fact('DriverFellSilent'), fact('BookingCancelled', { by: 'silence' })],
      [fact('BookingCreated'), fact('TripTimedOut'), fact('BookingCancelled', { by: 'silence' })],
      [fact('RideAcceptanceRefused', { reason: 'already_booked' })],
      [fact('RideCancellationRefused', { by: 'rider', reason: 'rider_aboard' })],
    ]);
    expect(story).toMatchObject({
      bookings: { made: 3, 'left by driver': 1, 'left by silence': 1, 'timed out': 1 },
      acceptancesRefused: { already_booked: 1 },
      wishesRefused: { 'rider: rider_aboard': 1 },
    });
  });
});
