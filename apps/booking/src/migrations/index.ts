export { IdempotencyKeys1764700000000 } from '@ride/http';
export { Booking1764100000000 } from './booking-1764100000000.js';
