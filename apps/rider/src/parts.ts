/** This service without its infrastructure: what infra/world joins with the others, and nobody else may import. */
export type { Ride } from './ride.state.js';
export { RideController } from './ride.controller.js';
export { viewOf } from './ride-view.js';
export { RiderHandlers } from './rider.handlers.js';
export { RideRow } from './rides.js';
