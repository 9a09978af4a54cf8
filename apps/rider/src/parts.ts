/** This service without its infrastructure: what infra/world joins with the others, and nobody else may import. */
export type { Ride } from './ride.state.js';
export { DriverCardRow } from './driver-cards.js';
export { ProfileController } from './profile.controller.js';
export { ProfileRow } from './profiles.js';
export { RatingController } from './rating.controller.js';
export { RideController } from './ride.controller.js';
export { viewOf } from './ride-view.js';
export { RiderHandlers } from './rider.handlers.js';
export { RideRow } from './rides.js';
