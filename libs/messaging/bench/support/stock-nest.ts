import { Controller, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, KafkaContext, Payload, Transport, type KafkaOptions } from '@nestjs/microservices';
import { settings } from '@ride/configuration';
import { openSchemas, physicalTopic, RideAccepted } from '@ride/events';
import kafkajs from 'kafkajs';

export type Accepted = RideAccepted['data'];
/** What a handler reads beside the data: the record's headers. */
export type Headers = Readonly<Record<string, unknown>>;

export interface StockOptions {
  /** How many partitions kafkajs works on at once; its default is 1. */
  readonly partitionsAtOnce?: number;
}

/**
 * A Nest microservice as its documentation has it: Transport.KAFKA, an `@EventPattern` of the topic, which hears what waits
 * there. Facts are decoded by the same codec as ours. Resolves to what stops it.
 */
export async function stockNest(
  handle: (data: Accepted, headers: Headers) => Promise<void>,
  { partitionsAtOnce }: StockOptions = {},
): Promise<() => Promise<void>> {
  const { kafka, namespace } = settings();
  const options: KafkaOptions = {
    transport: Transport.KAFKA,
    options: {
      client: { clientId: 'stock', brokers: [...kafka.brokers], logLevel: kafkajs.logLevel.NOTHING },
      consumer: { groupId: `${namespace}stock` },
      subscribe: { fromBeginning: true },
      ...(partitionsAtOnce === undefined ? {} : { run: { partitionsConsumedConcurrently: partitionsAtOnce } }),
    },
  };
  class StockModule {}
  Module({ controllers: [controllerOf(handle)] })(StockModule);
  const app = await NestFactory.createMicroservice(StockModule, { ...options, logger: false });
  await app.listen();
  return () => app.close();
}

function controllerOf(handle: (data: Accepted, headers: Headers) => Promise<void>): Type {
  const { namespace, registry } = settings();
  const schemas = openSchemas({ registryUrl: registry.url, namespace });
  @Controller()
  class StockController {
    @EventPattern<string>(physicalTopic(RideAccepted.topic.name, namespace))
    async accepted(@Payload() value: object, @Ctx() context: KafkaContext): Promise<void> {
      // The transport leaves bytes that begin with a zero alone: that is how a value with a schema id begins.
      const bytes = value as Buffer;
      await schemas.prepare([bytes]);
      await handle(schemas.decode(RideAccepted, bytes), context.getMessage().headers ?? {});
    }
  }
  return StockController;
}
