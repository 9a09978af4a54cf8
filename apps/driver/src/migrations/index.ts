export { LiveUpdates1764000000001, LiveUpdatesByAge1764200000000 } from '@ride/http';
export { Driver1764100000000 } from './driver-1764100000000.js';
