/** This service without its infrastructure: what infra/world joins with the others, and nobody else may import. */
export { DriverHandlers } from './driver.handlers.js';
export { EarningRow } from './earnings.js';
export { OfferController } from './offer.controller.js';
export { PositionController } from './position.controller.js';
export { ProfileController } from './profile.controller.js';
export { ProfileRow } from './profiles.js';
export { RatingController } from './rating.controller.js';
export { RideController } from './ride.controller.js';
export { viewOf as tripViewOf } from './ride-view.js';
export { ShiftController } from './shift.controller.js';
export type { Shift } from './shift.state.js';
export { ShiftRow } from './shifts.js';
export type { Trip } from './trip.state.js';
export { TripRow } from './trips.js';
export { StatementRow, TierRow } from './statements.js';
