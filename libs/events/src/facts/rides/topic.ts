import { topic } from '../../topic.js';

/** Everything that happens to a ride, whoever says it: under one key, so that the log gives it one order. */
export const rides = topic('rides.v1', {
  key: 'rideId',
  cleanup: { deleteAfterDays: 14 },
  partitions: 12,
  correlatedBy: 'key',
});
