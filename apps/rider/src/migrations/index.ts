export { LiveUpdates1764000000001, LiveUpdatesByAge1764200000000 } from '@ride/http';
export { Rider1764100000000 } from './rider-1764100000000.js';
