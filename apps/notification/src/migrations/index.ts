export { IdempotencyKeys1764700000000, LiveUpdates1764000000001, LiveUpdatesByAge1764200000000 } from '@ride/http';
export { Notification1764100000000 } from './notification-1764100000000.js';
export { Preferences1764700000001 } from './preferences-1764700000001.js';
export { ReadMarks1764700000000 } from './read-marks-1764700000000.js';
export { Webhook1764300000000 } from './webhook-1764300000000.js';
