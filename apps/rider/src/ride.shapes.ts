import { VehicleClass } from '@ride/events';
import { Place } from '@ride/geo';
import { Id, Money, Time } from '@ride/http';
import { z } from 'zod';

const seconds = z.number().int().min(0);
export const Vehicles = z.enum(VehicleClass.symbols).meta({ id: 'VehicleClass' });
export const RideStatus = z
  .enum(['requested', 'cancelling', 'booked', 'arrived', 'aboard', 'completed', 'cancelled', 'unfulfilled'])
  .meta({ id: 'RideStatus', description: '`cancelling`: a wish to cancel is not answered yet' });
export const DriverPosition = z
  .object({
    location: Place,
    heading: z.number().optional().meta({ description: 'degrees clockwise from north' }),
    at: Time,
  })
  .meta({ id: 'DriverPosition' });
const DriverCard = z
  .object({
    driverId: Id,
    name: z.string().optional(),
    vehicle: z.string().optional(),
    plate: z.string().optional(),
    rating: z.object({ average: z.number(), count: z.number().int() }).optional(),
    position: DriverPosition.optional(),
  })
  .meta({ id: 'DriverCard', description: 'the driver, as far as a rider may know of them' });

/** A ride as its rider sees it. Money is minor units, distances metres, durations seconds. */
export const Ride = z
  .object({
    rideId: Id,
    status: RideStatus,
    driver: DriverCard.optional(),
    pickup: Place.optional(),
    dropoff: Place.optional(),
    vehicleClass: z.enum([...VehicleClass.symbols, 'unknown']).optional(),
    area: z.string().optional(),
    fareEstimate: Money.optional(),
    requestedAt: Time.optional(),
    expiresAt: Time.optional().meta({ description: 'of a requested ride: until when a driver is looked for' }),
    bookedAt: Time.optional(),
    pickupEtaSeconds: seconds.optional().meta({ description: 'while the driver is on the way to the pickup' }),
    arrivedAt: Time.optional(),
    pin: z.string().optional().meta({ description: 'four digits to tell the driver; from the booking to the pickup' }),
    pickedUpAt: Time.optional(),
    droppedOffAt: Time.optional(),
    endedAt: Time.optional(),
    fare: Money.optional(),
    distanceMetres: z.number().int().optional(),
    durationSeconds: seconds.optional(),
    settledBy: z.enum(['meter', 'quote', 'unknown']).optional().meta({ description: 'what the fare is made of' }),
    rated: z.number().int().optional().meta({ description: 'the stars that you gave the driver' }),
    cancelledBy: z.enum(['rider', 'no_show', 'operator', 'unknown']).optional(),
    fee: Money.optional().meta({ description: 'of a cancelled ride' }),
    reason: z
      .enum(['no_driver_nearby', 'none_accepted', 'search_overdue', 'unknown'])
      .optional()
      .meta({ description: 'of an unfulfilled ride' }),
  })
  .meta({
    id: 'Ride',
    examples: [
      {
        rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf',
        status: 'booked',
        driver: {
          driverId: '0c412bd9-2f43-4d3a-8a53-0d5e64f1a001',
          name: 'Ada',
          vehicle: 'Blue Prius',
          plate: 'R1 DE',
          rating: { average: 4.9, count: 120 },
        },
        pickup: { lat: 40.758, lng: -73.9855 },
        dropoff: { lat: 40.7061, lng: -74.0087 },
        vehicleClass: 'standard',
        area: 'new-york',
        fareEstimate: { minor: 2310, currency: 'USD' },
        requestedAt: '2026-11-25T04:12:08.120Z',
        bookedAt: '2026-11-25T04:12:15.020Z',
        pin: '0427',
        pickupEtaSeconds: 240,
        fare: { minor: 2310, currency: 'USD' },
      },
    ],
  });

export const RideReference = z.object({ rideId: Id }).meta({ id: 'RideReference' });
export const RideList = z
  .object({
    rides: z.array(Ride),
    next: z.string().optional().meta({ description: 'the `cursor` of the next page; absent on the last' }),
  })
  .meta({ id: 'RideList' });
