import { Place } from '@ride/geo';
import { z } from 'zod';

/** What the simulator reads of the services' answers and events; whatever else they carry is not its business. */

export const Money = z.object({ minor: z.number(), currency: z.string() });
export type Money = z.infer<typeof Money>;

export const OUTCOMES = ['completed', 'cancelled', 'unfulfilled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const Requested = z.object({ rideId: z.uuid() });
export const RideView = z.object({
  rideId: z.uuid(),
  status: z.enum(['requested', 'booked', 'arrived', 'aboard', 'cancelling', ...OUTCOMES]),
  driver: z.object({ driverId: z.uuid() }).optional(),
  pin: z.string().optional(),
  fare: Money.optional(),
  fee: Money.optional(),
  distanceMetres: z.number().optional(),
  durationSeconds: z.number().optional(),
});
export type RideView = z.infer<typeof RideView>;
export type Status = RideView['status'];

export function isOutcome(status: Status): status is Outcome {
  return (OUTCOMES as readonly Status[]).includes(status);
}
export const RideList = z.object({ rides: z.array(RideView) });
export const RideNews = RideView.pick({ rideId: true, status: true });

export const Offer = z.object({
  offerId: z.uuid(),
  rideId: z.uuid(),
  pickup: Place,
  dropoff: Place,
  pickupEtaSeconds: z.number(),
});
export type Offer = z.infer<typeof Offer>;
/** How many points of a batch the driver service took. */
export const Reported = z.object({ taken: z.number() });
/** What the driver's other events name. */
export const About = z.object({ rideId: z.uuid().optional(), offerId: z.uuid().optional() });
export type About = z.infer<typeof About>;

export const Token = z.object({ access_token: z.string(), sub: z.uuid() });
export const Outcomes = z.array(
  z.object({ rideId: z.uuid(), outcome: z.enum(OUTCOMES).nullable(), endings: z.number() }),
);
export const Delivery = z.object({
  outbox: z.number(),
  refused: z.number(),
  waiting: z.number(),
  dead: z.number(),
});
export type Delivery = z.infer<typeof Delivery>;
