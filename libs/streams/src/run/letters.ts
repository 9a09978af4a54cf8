import { deadLetterTopic, physicalTopic, type Service } from '@ride/events';
import { deadLetterHeaders, failureOf } from '@ride/messaging';
import type { Sending } from '../store/outputs.js';
import type { Failure, Lost } from '../task/lost.js';
import type { Task } from '../task/task.js';
import type { Read } from './reading.js';

/** What an application gave up on: a record, byte for byte, or a result that stands in no topic. */
export interface Letter extends Failure {
  /** Logical name; of a result the application's. */
  readonly topic: string;
  readonly partition: number;
  /** -1: it stands in no topic. */
  readonly offset: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Sending['headers'];
}

export function letterOf(topic: string, partition: number, { stored }: Read, failure: Failure): Letter {
  const { offset, key, value, headerBytes: headers } = stored;
  return { ...failure, topic, partition, offset, key, value, headers };
}

export function letterOfLost(app: string, { partition }: Task, { node, error, key, value }: Lost): Letter {
  const about = { topic: app, partition, offset: -1, headers: [] };
  return { node, error, ...about, key: Buffer.from(key), value: Buffer.from(json(value)) };
}

/** States are plain JSON; what went wrong may be that this one is not. */
function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
}

/** With the headers about its failure the topic takes no more: the record is then named, and not copied. */
const LARGEST = 2_000_000;

/** As it is sent to the service's dead letters: with the headers that every dead letter has. */
export function sealed(
  letter: Letter,
  { service, app, namespace, now }: { service: Service; app: string; namespace: string; now: Date },
): Sending {
  const { node, error, topic, partition, offset, key, value, headers } = letter;
  const about = { subscription: app, handler: node, topic, partition, offset: String(offset) };
  const failed = { attempts: 1, firstFailedAt: now, failure: failureOf(error) };
  const isCopied = (value?.length ?? 0) + (key?.length ?? 0) <= LARGEST;
  return {
    topic: physicalTopic(deadLetterTopic(service).name, namespace),
    key: isCopied ? key : null,
    value: isCopied ? value : null,
    headers: [...headers, ...deadLetterHeaders({ ...about, ...failed }, now)],
  };
}
