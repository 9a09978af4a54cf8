import type { KafkaAccess } from '@ride/configuration';
import kafkajs, { type ISocketFactory } from 'kafkajs';
import { accessOf } from './kafkajs/access.js';
import { connectAdmin } from './kafkajs/admin.js';
import { createConsumer } from './kafkajs/consumer.js';
import { logTo } from './kafkajs/logger.js';
import { mendKafkajs } from './kafkajs/mending.js';
import { connectProducer } from './kafkajs/producer.js';
import { KafkaSight } from './kafkajs/sight.js';
import type { Logger } from './logger.js';
import { LogError, type Log } from './port.js';

mendKafkajs();

/** The settings' way to Kafka, and: */
export interface KafkaLogOptions extends KafkaAccess {
  readonly clientId: string;
  readonly logger: Logger;
  /** After how many milliseconds without an answer a request counts as failed; default 10,000. */
  readonly requestTimeoutMs?: number;
  /** How sockets are opened: tests put a proxy between, whatever address the broker advertises. */
  readonly socketFactory?: ISocketFactory;
}

/** The log in Apache Kafka, by kafkajs 2.2.4. Connects nowhere until it is used. */
export const kafkaLog = (options: KafkaLogOptions): Log => {
  const requestTimeout = options.requestTimeoutMs ?? 10_000;
  const kafka = new kafkajs.Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    requestTimeout,
    connectionTimeout: 3_000,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: kafkajs.logLevel.INFO,
    logCreator: logTo(options.logger),
    ...accessOf(options),
    ...(options.socketFactory === undefined ? {} : { socketFactory: options.socketFactory }),
  });
  const counts = new Map<string, number>();
  return {
    producer: () => connectProducer(kafka, requestTimeout),
    consumer: (consumerOptions) => createConsumer(kafka, consumerOptions),
    admin: () => connectAdmin(kafka),
    sight: () => new KafkaSight(kafka),
    partitionsOf: async (topic) => {
      if (!counts.has(topic)) {
        const admin = await connectAdmin(kafka);
        try {
          for (const [name, count] of await admin.topics()) counts.set(name, count);
        } finally {
          await admin.close();
        }
      }
      const count = counts.get(topic);
      if (count === undefined) throw new LogError('topic_unknown', `the log has no topic ${topic}`);
      return count;
    },
  };
};
