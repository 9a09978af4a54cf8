// The one place where everything is exported by a star: a new fact is then declared in its file and known everywhere.
export * from './rides/topic.js';
export * from './rides/search.js';
export * from './rides/booking.js';
export * from './rides/cancellation.js';
export * from './rides/trip.js';
export * from './rides/endings.js';
export * from './rides/ratings.js';
export * from './drivers.js';
export * from './driver-availability.js';
export * from './driver-locations.js';
export * from './riders.js';
export * from './notifications.js';
export * from './instances.js';
export * from './handlings.js';
export * from './demand.js';
export * from './driver-statements.js';
export * from './vehicle-class.js';
