/** This service without its infrastructure: what infra/world joins with the others, and nobody else may import. */
export type { Ride } from './ride.state.js';
export { AvailabilityHandlers } from './availability.handlers.js';
export { DriverAvailabilityRow } from './driver-availability.js';
export { DriverCardRow } from './driver-cards.js';
export { FareEstimateController } from './fare-estimate.controller.js';
export { FareEstimateRow } from './fare-estimates.js';
export { PickupEtas } from './pickup-etas.js';
export { ProfileController } from './profile.controller.js';
export { ProfileRow } from './profiles.js';
export { RatingController } from './rating.controller.js';
export { RideController } from './ride.controller.js';
export { viewOf } from './ride-view.js';
export { RiderHandlers } from './rider.handlers.js';
export { RideRow } from './rides.js';
export { SurgeRow, Surges } from './surges.js';
