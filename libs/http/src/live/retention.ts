import { deleteOldRows } from '@ride/messaging';
import type { DataSource } from 'typeorm';

/** So long a stream can be taken up where it broke off; who comes back later sees by GET how things are. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Deletes updates that are too old to be asked for. */
export function forgetOldUpdates(data: DataSource, now = Date.now()): Promise<void> {
  return deleteOldRows(data, 'live_update', 'at', now - KEPT_MS);
}
