import { randomUUID } from 'node:crypto';
import { type IHeaders, type Kafka, type KafkaMessage } from 'kafkajs';

export interface LoggedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

/** Everything that stands in some topics (at least what does now), in log order per partition, by a plain client. */
export async function recordsIn(kafka: Kafka, topics: readonly string[]): Promise<readonly LoggedRecord[]> {
  const missing = new Map<string, number>();
  const admin = kafka.admin();
  await admin.connect();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (Number(high) > Number(low)) missing.set(`${topic} ${partition}`, Number(high));
    }
  }
  await admin.disconnect();
  const records: LoggedRecord[] = [];
  if (missing.size === 0) return records;
  const whole = Promise.withResolvers<void>();
  const stop = await follow(kafka, topics, (record, offset) => {
    const place = `${record.topic} ${record.partition}`;
    records.push(record);
    if (offset + 1 >= (missing.get(place) ?? Infinity)) missing.delete(place);
    if (missing.size === 0) whole.resolve();
  });
  await whole.promise;
  await stop();
  return records;
}

/** Hears topics from their beginning, until the function that it resolves to is called. */
export async function follow(
  kafka: Kafka,
  topics: readonly string[],
  heard: (record: LoggedRecord, offset: number) => void,
): Promise<() => Promise<void>> {
  const consumer = kafka.consumer({ groupId: `${topics[0]}-followed-by-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) =>
      heard(recordOf(topic, partition, message), Number(message.offset)),
  });
  return () => consumer.disconnect();
}

function recordOf(topic: string, partition: number, { key, headers, value }: KafkaMessage): LoggedRecord {
  return { topic, partition, key: key?.toString(), headers: texts(headers ?? {}), value };
}

function texts(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
