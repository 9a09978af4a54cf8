import { accessOf } from '@ride/messaging';
import type { KafkaAccess } from '@ride/configuration';
import type { Kafka } from 'kafkajs';
import { kafkajs } from './internals.js';

export type { Kafka };

/** Nothing that is asked is tried again by kafkajs: whoever asks has to know. */
export function connect(access: KafkaAccess, clientId: string): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers: [...access.brokers],
    requestTimeout: 10_000,
    connectionTimeout: 3_000,
    retry: { retries: 0 },
    logLevel: kafkajs.logLevel.NOTHING,
    ...accessOf(access),
  });
}
