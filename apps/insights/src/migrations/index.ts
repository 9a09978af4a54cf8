export { IdempotencyKeys1764700000000 } from '@ride/http';
export { Streams1764500000000 } from '@ride/streams';
