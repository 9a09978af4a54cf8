import { SERVICES, VehicleClass } from '@ride/events';
import { Id, Money, Time } from '@ride/http';
import { z } from 'zod';

const Offer = z
  .object({
    driverId: Id,
    pickupEtaSeconds: z.number(),
    is: z
      .enum(['open', 'expired', 'over'])
      .meta({ description: 'over: declined, withdrawn, or its acceptance answered' }),
  })
  .meta({ id: 'Offer' });

/** A ride as booking knows it, without places. Money is minor units. */
export const Booking = z
  .object({
    rideId: Id,
    version: z.number().int().meta({ description: 'how many facts made it so' }),
    status: z.enum(['requested', 'booked', 'arrived', 'aboard', 'completed', 'cancelled', 'unfulfilled']),
    riderId: Id,
    vehicleClass: z.enum([...VehicleClass.symbols, 'unknown']),
    area: z.string(),
    fareEstimate: Money,
    expiresAt: Time.optional().meta({ description: 'of a requested ride: when its search ends' }),
    offers: z.record(z.string(), Offer).optional().meta({ description: 'by their ids' }),
    driverId: Id.optional(),
    offerId: Id.optional(),
    pickupEtaSeconds: z.number().optional(),
    bookedAt: Time.optional(),
    endedAt: Time.optional(),
    fare: Money.optional(),
    fee: Money.optional().meta({ description: 'of a cancelled ride' }),
    endings: z.number().int().optional().meta({ description: 'how often an end was applied: once' }),
  })
  .meta({ id: 'Booking' });

const fields = z.record(z.string(), z.unknown());
const Entry = z
  .object({
    version: z.number().int().meta({ description: 'its place in the history: 1, 2, 3 …' }),
    type: z.string(),
    by: z.enum(SERVICES).optional(),
    said: z.boolean().meta({ description: 'by booking; else heard' }),
    time: Time,
    data: fields.meta({ description: 'what the fact says, without places' }),
    changes: fields.meta({ description: 'fields of the booking as they are after it; null: gone' }),
  })
  .meta({ id: 'HistoryEntry' });

export const History = z.object({ rideId: Id, history: z.array(Entry) }).meta({ id: 'BookingHistory' });
