export { LiveUpdates1764000000001 } from '@ride/http';
export { Rider1764100000000 } from './rider-1764100000000.js';
