import { deadLetterTopic, type DeadLetterHeader, type Service } from '@ride/events';
import { encodeHeaders } from '../log/header-bytes.js';
import type { Outgoing } from '../unit/outgoing.js';
import type { Failure } from './failure.js';

/** A fact that somebody gave up on. */
export interface Dead {
  readonly subscription: string;
  readonly handler: string;
  /** Where it came from; the topic is the logical one. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** As the outbox keeps them (encodeHeaders). */
  readonly headers: Buffer;
  readonly attempts: number;
  readonly firstFailedAt: Date;
  readonly failure: Failure;
}

/** What a dead letter says behind its record's own headers: why, where, when, how often. */
export function deadLetterHeaders(
  dead: Omit<Dead, 'key' | 'value' | 'headers'>,
  now: Date,
): readonly (readonly [name: string, value: Buffer])[] {
  const about: Readonly<Record<DeadLetterHeader, string>> = {
    'dead-letter-subscription': dead.subscription,
    'dead-letter-handler': dead.handler,
    'dead-letter-topic': dead.topic,
    'dead-letter-partition': String(dead.partition),
    'dead-letter-offset': dead.offset,
    'dead-letter-attempts': String(dead.attempts),
    'dead-letter-first-failed-at': dead.firstFailedAt.toISOString(),
    'dead-letter-at': now.toISOString(),
    'dead-letter-code': dead.failure.code,
    'dead-letter-reason': dead.failure.text,
  };
  return Object.entries(about).map(([name, value]) => [name, Buffer.from(value)]);
}

/** Its copy for the dead-letter topic: key, value and headers byte for byte, and behind them those about its failure. */
export function deadLetter(service: Service, dead: Dead, now: Date): Outgoing {
  const added = encodeHeaders(deadLetterHeaders(dead, now));
  return {
    topic: deadLetterTopic(service).name,
    key: dead.key,
    value: dead.value,
    headers: Buffer.concat([dead.headers, added]),
  };
}
