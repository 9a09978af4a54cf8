import { Id, Money, Time } from '@ride/http';
import { z } from 'zod';
import { DriverPosition, RideStatus } from './ride.shapes.js';

const about = { rideId: Id, status: RideStatus, driverId: Id.optional() };
const Changed = z.object(about).meta({ id: 'RideChanged' });

/** The data of each type of event that a rider's stream has. */
export const riderEvents = {
  'ride.booked': z
    .object({ ...about, fare: Money, pickupEtaSeconds: z.number().int().min(0) })
    .meta({ id: 'RideBooked' }),
  'ride.arrived': Changed,
  'ride.aboard': Changed,
  'ride.completed': z.object({ ...about, fare: Money }).meta({ id: 'RideCompleted' }),
  'ride.cancelled': z
    .object({ ...about, by: z.enum(['rider', 'no_show', 'operator', 'unknown']), fee: Money })
    .meta({ id: 'RideCancelled' }),
  'ride.unfulfilled': z
    .object({ ...about, reason: z.enum(['no_driver_nearby', 'none_accepted', 'search_overdue', 'unknown']) })
    .meta({ id: 'RideUnfulfilled' }),
  'ride.requested_again': z.object({ ...about, expiresAt: Time }).meta({ id: 'RideRequestedAgain' }),
  'ride.cancellation_refused': z
    .object({
      ...about,
      expiresAt: Time.optional(),
      fare: Money.optional(),
      pickupEtaSeconds: z.number().int().min(0).optional(),
    })
    .meta({ id: 'RideCancellationRefused', description: 'the ride goes on' }),
  'driver.moved': z
    .object({
      rideId: Id,
      driverId: Id,
      position: DriverPosition,
      pickupEtaSeconds: z.number().int().min(0).optional(),
    })
    .meta({ id: 'DriverMoved', description: 'where the driver of a live ride is; without an id: it passes' }),
};
