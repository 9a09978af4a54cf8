import type { Stored, TaskLog } from '../log/port.js';

/** So many records of a partition are looked at, from its end. */
const LOOKED_AT = 20;
const FETCHING = { waitMs: 100, maxBytes: 1 << 20 };

/** What stands at the end of a partition, to see what it is like; by its physical name. */
export async function lastRecords(log: TaskLog, topic: string, partition: number): Promise<readonly Stored[]> {
  const { begin, end } = await log.range(topic, partition);
  const offset = Math.max(begin, end - LOOKED_AT);
  if (offset >= end) return [];
  const [fetched] = await log.fetch([{ topic, partition, offset }], FETCHING);
  return fetched?.records ?? [];
}
