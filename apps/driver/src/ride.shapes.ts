import { Place } from '@ride/geo';
import { Id, Money, Time } from '@ride/http';
import { z } from 'zod';

const RideStatus = z
  .enum([
    ...['offered', 'accepted', 'declined', 'expired', 'withdrawn', 'refused', 'booked', 'left'],
    ...['arrived', 'aboard', 'dropped_off', 'no_show', 'completed', 'cancelled', 'unfulfilled'],
  ] as const)
  .meta({ id: 'RideStatus', description: 'up to the booking how the driver’s offer stands, from then on the ride' });

/** A ride as a driver sees it who was offered it. Money is minor units, durations seconds. */
export const Ride = z
  .object({
    rideId: Id,
    offerId: Id,
    status: RideStatus,
    pickup: Place.optional(),
    dropoff: Place.optional(),
    fareEstimate: Money.optional(),
    pickupEtaSeconds: z.number().int().meta({ description: 'as it was for the offer' }),
    expiresAt: Time.optional().meta({ description: 'until when the offer can be answered, for display' }),
    fare: Money.optional().meta({ description: 'from the booking on' }),
    endedAt: Time.optional(),
    fee: Money.optional().meta({ description: 'of a cancelled ride' }),
    rated: z.number().int().optional().meta({ description: 'the stars that you gave the rider' }),
  })
  .meta({
    id: 'Ride',
    examples: [
      {
        rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf',
        offerId: '01a21044-9a01-7d02-8c11-6a0f5d1e2b3c',
        status: 'booked',
        pickup: { lat: 40.758, lng: -73.9855 },
        dropoff: { lat: 40.7061, lng: -74.0087 },
        fareEstimate: { minor: 2310, currency: 'USD' },
        pickupEtaSeconds: 240,
        fare: { minor: 2310, currency: 'USD' },
      },
    ],
  });
export const RideList = z
  .object({
    rides: z.array(Ride),
    next: z.string().optional().meta({ description: 'the `cursor` of the next page; absent on the last' }),
  })
  .meta({ id: 'RideList' });
