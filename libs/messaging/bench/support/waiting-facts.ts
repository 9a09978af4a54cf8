import { settings } from '@ride/configuration';
import { RideAccepted } from '@ride/events';
import { makeLogger, newTraceparent } from '@ride/observability';
import { v7 } from 'uuid';
import { ensureTopics, kafkaLog } from '../../src/index.js';
import { partitionOf } from '../../src/log/murmur2.js';
import { Saying, until } from '../../test/support/small-service.js';
import { numbered } from './numbered.js';

/** Keys that the log puts on the first partition. */
export function keysOfOnePartition(count: number): string[] {
  const keys: string[] = [];
  while (keys.length < count) {
    const key = v7();
    if (partitionOf(Buffer.from(key), RideAccepted.topic.partitions) === 0) keys.push(key);
  }
  return keys;
}

/** RideAccepted's topic, with a leader for every partition. */
export async function makeTopic(): Promise<void> {
  const { kafka, namespace } = settings();
  const logger = makeLogger('bench', 'silent');
  const admin = await kafkaLog({ ...kafka, clientId: 'bench', logger }).admin();
  await ensureTopics(admin, [RideAccepted.topic], { namespace, replication: 1 });
  await until(
    () => admin.endOffsets(`${namespace}${RideAccepted.topic.name}`).catch(() => null),
    (offsets) => offsets !== null,
  );
  await admin.close();
}

/**
 * Puts RideAccepted into the log before anybody hears it: the keys in turn, the facts of each key numbered upwards. With
 * `traceFlags` (`01`: sampled) each begins a trace.
 */
export async function sayWaiting(facts: number, keys: readonly string[], traceFlags?: string): Promise<void> {
  await makeTopic();
  const saying = await Saying.open();
  for (let i = 0; i < facts; i += 500)
    await saying.say(
      Array.from({ length: Math.min(500, facts - i) }, (_, j) => ({
        fact: RideAccepted({ rideId: keys[(i + j) % keys.length]!, offerId: numbered(i + j), driverId: v7() }),
        ...(traceFlags && { traceparent: newTraceparent().replace(/..$/, traceFlags) }),
      })),
    );
  await saying.close();
}
