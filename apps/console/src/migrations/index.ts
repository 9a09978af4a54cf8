export { IdempotencyKeys1764700000000 } from '@ride/http';
export { Rides1764900000000 } from './rides-1764900000000.js';
export { Journeys1764900000001 } from './journeys-1764900000001.js';
