import { RideRequested } from '@ride/events';
import { describeErrors } from '@ride/testing';
import { v7 } from 'uuid';

describeErrors({
  service: 'booking',
  load: () => import('../src/booking.module.js').then(({ BookingModule }) => BookingModule),
  heard: (rideId) =>
    RideRequested({
      ...{ rideId, riderId: v7(), area: 'new-york', vehicleClass: 'standard', expiresAt: Date.now() + 60_000 },
      ...{ pickup: { lat: 40.758, lng: -73.9855 }, dropoff: { lat: 40.706, lng: -74.009 } },
      fareEstimate: { minor: 2310, currency: 'USD' },
    }),
  own: {
    booking_not_found: async (service) =>
      service.request('GET', `/bookings/${v7()}`, { token: await service.token('operator') }),
  },
});
