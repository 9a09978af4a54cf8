import { VehicleClass } from '@ride/events';
import { Place } from '@ride/geo';
import { Id, Money } from '@ride/http';
import { z } from 'zod';

const millis = z.number().int().meta({ description: 'UTC milliseconds' });
const Ask = z
  .object({
    rideId: Id,
    pickup: Place,
    dropoff: Place,
    vehicleClass: z.enum([...VehicleClass.symbols, 'unknown']),
    area: z.string(),
    fareEstimate: Money,
  })
  .meta({ id: 'Ask', description: 'what is asked for' });
const Offer = z
  .object({
    offerId: Id,
    driverId: Id,
    slot: z.number().int().meta({ description: 'from 1; no two open offers of a ride have the same' }),
    expiresAt: millis,
    accepted: z.boolean(),
  })
  .meta({ id: 'Offer' });

/** A ride's search as operators see it. */
export const Search = z
  .object({
    rideId: Id,
    status: z.enum(['open', 'exhausted', 'booked', 'ended']),
    ask: Ask.nullish().meta({ description: 'null: the request was never heard' }),
    requestedAt: millis.optional(),
    openedAt: millis.optional().meta({ description: 'when it began to look, UTC milliseconds' }),
    expiresAt: millis.optional(),
    round: z.number().int().optional().meta({ description: 'how often drivers have been offered the ride' }),
    radiusMetres: z.number().optional().meta({ description: 'within which it looks now' }),
    wasLeft: z.boolean().optional().meta({ description: 'a driver has left the ride: it goes before others' }),
    offers: z.array(Offer).meta({ description: 'to drivers who are being asked' }),
    leftOut: z.array(Id).optional().meta({ description: 'drivers who are not asked again' }),
    driverId: Id.optional(),
    offerId: Id.optional(),
    outcome: z.enum(['completed', 'cancelled', 'unfulfilled']).optional(),
    endings: z.number().int().optional().meta({ description: 'how often an end was heard: once' }),
  })
  .meta({ id: 'Search' });
