import type { Schemas } from '@ride/client';

export type Money = Schemas<'rider'>['Money'];
/** A ride as its rider's app shows it. */
export type RideView = Schemas<'rider'>['Ride'];
export type Status = RideView['status'];
export type Offer = Schemas<'driver'>['OfferMade'];
export type Delivery = Schemas<'driver'>['Delivery'];

export const OUTCOMES = ['completed', 'cancelled', 'unfulfilled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(status: Status): status is Outcome {
  return (OUTCOMES as readonly Status[]).includes(status);
}
