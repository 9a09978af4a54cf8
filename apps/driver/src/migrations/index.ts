export { IdempotencyKeys1764700000000, LiveUpdates1764000000001, LiveUpdatesByAge1764200000000 } from '@ride/http';
export { Driver1764100000000 } from './driver-1764100000000.js';
export { DriverDay1764500000000 } from './driver-day-1764500000000.js';
export { RatingComments1764400000000 } from './rating-comments-1764400000000.js';
export { RidesOfShift1764600000000 } from './rides-of-shift-1764600000000.js';
export { Statements1764800000000 } from './statements-1764800000000.js';
