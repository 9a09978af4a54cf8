export { IdempotencyKeys1764700000000 } from '@ride/http';
export { Matching1764000000100 } from './matching-1764000000100.js';
