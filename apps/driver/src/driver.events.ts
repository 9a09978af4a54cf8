import { Place } from '@ride/geo';
import { Id, Money, Time } from '@ride/http';
import { z } from 'zod';

const of = { rideId: Id, offerId: Id };
const about = { pickup: Place, dropoff: Place, fareEstimate: Money };
const pickupEtaSeconds = z.number().int();

/** The data of each type of event that a driver's stream has. */
export const driverEvents = {
  'offer.made': z
    .object({ ...of, ...about, pickupEtaSeconds, expiresAt: Time.meta({ description: 'for display' }) })
    .meta({ id: 'OfferMade' }),
  'offer.expired': z.object(of).meta({ id: 'OfferExpired' }),
  'offer.withdrawn': z.object(of).meta({ id: 'OfferWithdrawn' }),
  'offer.refused': z
    .object({
      ...of,
      reason: z.enum(['already_booked', 'offer_expired', 'offer_withdrawn', 'ride_ended', 'driver_busy', 'unknown']),
    })
    .meta({ id: 'OfferRefused', description: 'your acceptance does not count' }),
  'booking.created': z
    .object({ ...of, ...z.object(about).partial().shape, fare: Money, pickupEtaSeconds })
    .meta({ id: 'BookingCreated', description: 'your acceptance counts: drive to the pickup' }),
  'booking.cancelled': z
    .object({ ...of, by: z.enum(['driver', 'silence', 'unknown']) })
    .meta({ id: 'BookingCancelled', description: 'you are off the ride' }),
  'cancellation.refused': z
    .object({ rideId: Id, reason: z.enum(['rider_aboard', 'ride_ended', 'not_your_ride', 'unknown']) })
    .meta({ id: 'CancellationRefused', description: 'the ride goes on' }),
  'ride.ended': z
    .object({
      rideId: Id,
      outcome: z.enum(['completed', 'cancelled']),
      fare: Money.optional().meta({ description: 'of a completed ride' }),
      by: z.enum(['rider', 'no_show', 'operator', 'unknown']).optional().meta({ description: 'who cancelled it' }),
      fee: Money.optional().meta({ description: 'of a cancelled ride' }),
    })
    .meta({ id: 'RideEnded' }),
  'shift.ended': z
    .object({ reason: z.enum(['silent', 'unresponsive']) })
    .meta({ id: 'ShiftEnded', description: 'nothing was heard of you, or too many offers were left unanswered' }),
};
