import { randomUUID } from 'node:crypto';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { CloudEvent, Kafka as KafkaBinding } from 'cloudevents';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { factHeaders, openSchemas, physicalTopic, RideRequested, rides } from '../src/index.js';
import { brokers, dataOf, ownNamespace, registryUrl } from './place-to-test.js';

const namespace = ownNamespace();
const topic = physicalTopic(rides.name, namespace);
const kafka = new Kafka({ clientId: 'plain-client', brokers, logLevel: logLevel.NOTHING });
const rideId = randomUUID();
const requested = RideRequested({
  rideId,
  riderId: randomUUID(),
  pickup: { lat: 40.758, lng: -73.9855 },
  dropoff: { lat: 40.6413, lng: -73.7781 },
  vehicleClass: 'accessible',
  area: 'new-york',
  fareEstimate: { minor: 6_450, currency: 'USD' },
  surge: 1.2,
  expiresAt: Date.UTC(2026, 10, 24, 8, 3),
});

describe('a record of rides.v1, by clients that know nothing of Ride', () => {
  let record: KafkaMessage;

  beforeAll(async () => {
    const schemas = openSchemas({ registryUrl, namespace });
    await schemas.register([RideRequested]);
    const headers = factHeaders({
      id: randomUUID(),
      fact: requested,
      source: '/rider',
      time: Date.UTC(2026, 10, 24, 8),
      correlationId: rideId,
      causationId: randomUUID(),
    });
    const admin = kafka.admin();
    await admin.connect();
    // Not waited for leaders: kafkajs throws when a busy broker has not told itself of the topic yet; sending asks again.
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: 1 }], waitForLeaders: false });
    await admin.disconnect();
    const producer = kafka.producer();
    await producer.connect();
    const message = { key: requested.key, value: schemas.encode(requested), headers: Object.fromEntries(headers) };
    await producer.send({ topic, messages: [message] });
    await producer.disconnect();

    const consumer = kafka.consumer({ groupId: `${namespace}plain` });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    record = await new Promise<KafkaMessage>((heard) => {
      void consumer.run({ eachMessage: async ({ message }) => heard(message) });
    });
    await consumer.disconnect();
  });

  it('decodes with the registry alone', async () => {
    const plain = new SchemaRegistry({ host: registryUrl });
    const decoded: unknown = await plain.decode(record.value as Buffer);
    expect({ ...(decoded as object) }).toEqual(dataOf(requested));
    expect(record.key?.toString()).toBe(rideId);
  });

  it('is a CloudEvent in binary mode', () => {
    const headers = Object.fromEntries(
      Object.entries(record.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const message = { headers, key: rideId, value: record.value, body: record.value };
    const event = KafkaBinding.toEvent(message);
    expect(event instanceof CloudEvent && event.validate()).toBe(true);
    expect(event).toMatchObject({
      type: 'ride.RideRequested',
      source: '/rider',
      subject: rideId,
      correlationid: rideId,
    });
  });
});
