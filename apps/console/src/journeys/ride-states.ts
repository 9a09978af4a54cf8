/** A ride's states until it has ended, and how it may end. */
export const GOING_ON = ['requested', 'booked', 'arrived', 'aboard'] as const;
export const OUTCOMES = ['completed', 'cancelled', 'unfulfilled'] as const;
export type RideState = (typeof GOING_ON)[number] | (typeof OUTCOMES)[number];
