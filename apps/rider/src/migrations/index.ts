export { IdempotencyKeys1764700000000, LiveUpdates1764000000001, LiveUpdatesByAge1764200000000 } from '@ride/http';
export { RatingComments1764400000000 } from './rating-comments-1764400000000.js';
export { DriverAvailability1764600000001 } from './driver-availability-1764600000001.js';
export { FareEstimates1764600000000 } from './fare-estimates-1764600000000.js';
export { Rider1764100000000 } from './rider-1764100000000.js';
export { RideOfDriver1764500000000 } from './ride-of-driver-1764500000000.js';
export { Surges1764800000000 } from './surges-1764800000000.js';
