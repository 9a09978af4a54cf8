import { VehicleClass } from '@ride/events';
import { Place } from '@ride/geo';
import { Id } from '@ride/http';
import { z } from 'zod';

export const Vehicles = z.enum(VehicleClass.symbols).meta({ id: 'VehicleClass' });

export const Shift = z
  .object({
    status: z.enum(['off_duty', 'available', 'booked']),
    location: Place.optional(),
    area: z.string().optional(),
    vehicleClass: Vehicles.optional(),
    rideId: Id.optional().meta({ description: 'of a driver who is booked' }),
  })
  .meta({
    id: 'Shift',
    examples: [
      { status: 'available', location: { lat: 40.758, lng: -73.9855 }, area: 'new-york', vehicleClass: 'standard' },
    ],
  });
