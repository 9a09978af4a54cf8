/** Effects in stock kafkajs: eachMessage, with its defaults. */
import { settings } from '@ride/configuration';
import { openSchemas, physicalTopic, RideAccepted } from '@ride/events';
import kafkajs from 'kafkajs';
import { answer, job } from '../support/child.js';
import { Effects, type EffectsJob } from '../support/effects.js';
import { numberOf } from '../support/numbered.js';

const { kafka, namespace, registry } = settings();
const schemas = openSchemas({ registryUrl: registry.url, namespace });
const effects = new Effects(job<EffectsJob>());
const client = new kafkajs.Kafka({ clientId: 'each', brokers: [...kafka.brokers], logLevel: kafkajs.logLevel.NOTHING });
const consumer = client.consumer({ groupId: `${namespace}each-message` });
await consumer.connect();
await consumer.subscribe({ topic: physicalTopic(RideAccepted.topic.name, namespace), fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    await schemas.prepare([message.value!]);
    const { rideId, offerId } = schemas.decode(RideAccepted, message.value!);
    await effects.happen(rideId, numberOf(offerId));
  },
});
const time = await effects.all();
await consumer.disconnect();
answer(time);
