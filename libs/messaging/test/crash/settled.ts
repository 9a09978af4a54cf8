import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import type pg from 'pg';
import type { Log, LogAdmin } from '../../src/log/port.js';

const LOOK_MS = 200;
/** Given up when nothing has changed for so long. Longer than the lease of a retry that was sent (40 s). */
const STILL_MS = 60_000;

/** Consumer groups and the topics that they hear: what one says to the next is heard by it. */
const HEARD = [
  ['notification', 'rides.v1'],
  ['notification.calls', 'rides.v1'],
  ['notification.retry', 'notification.retry.v1'],
  ['notification.calls.retry', 'notification.retry.v1'],
] as const;
const LISTENER = ['rider', 'notifications.v1'] as const;

/** Work of the service that is not done yet; facts without a hope are dead for good. */
const LEFT = `SELECT
  (SELECT count(*)::int FROM failed_fact WHERE status = 'waiting') AS waiting,
  (SELECT count(*)::int FROM failed_fact WHERE status = 'dead' AND code <> 'hopeless') AS dead,
  (SELECT count(*)::int FROM repair WHERE status = 'running') AS repairs,
  (SELECT count(*)::int FROM outbox) AS outbox`;

/**
 * Waits until a service and the one that hears it have nothing more to do. Resolves to what they still had to do when nothing
 * had changed for a minute; to nothing when all is well.
 */
export async function untilSettled(log: Log, pool: pg.Pool): Promise<readonly string[]> {
  const admin = await log.admin();
  try {
    let [before, since] = ['', performance.now()];
    for (;;) {
      const left = await work(admin, pool);
      if (left.length === 0) return [];
      if (left.join() !== before) [before, since] = [left.join(), performance.now()];
      if (performance.now() - since > STILL_MS) return left.map((what) => `${what}, and nobody does anything`);
      await sleep(LOOK_MS);
    }
  } finally {
    await admin.close();
  }
}

/** In the order in which one thing leads to another. */
async function work(admin: LogAdmin, pool: pg.Pool): Promise<readonly string[]> {
  const heard = await Promise.all(HEARD.map(([group, topic]) => unheard(admin, group, topic)));
  const { rows } = await pool.query<Record<string, number>>(LEFT);
  const left = Object.entries(rows[0]!).map(([what, n]) => (n > 0 ? [`${what}: ${n}`] : []));
  const listener = await unheard(admin, ...LISTENER);
  return [...heard, ...left, listener].flat();
}

async function unheard(admin: LogAdmin, group: string, topic: string): Promise<readonly string[]> {
  const { namespace } = settings();
  const [ends, committed] = await Promise.all([
    admin.endOffsets(namespace + topic),
    admin.committed(namespace + group, [namespace + topic]),
  ]);
  const behind = committed.map(
    ({ partition, offset }) => Number(ends.get(partition) ?? 0) - Math.max(0, Number(offset)),
  );
  const sum = behind.reduce((all, n) => all + n, 0);
  return sum > 0 ? [`${group} has not committed ${sum} records of ${topic}`] : [];
}
