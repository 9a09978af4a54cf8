import { settings } from '@ride/configuration';
import {
  catalogue,
  deadLetterTopic,
  factByCeType,
  factHeaders,
  openSchemas,
  physicalTopic,
  readHeaders,
  retryTopic,
  type AnyFactType,
  type FactHeaders,
  type FactOf,
  type NewFact,
  type Schemas,
  type Service,
} from '@ride/events';
import {
  ensureTopics,
  kafkaLog,
  type Cause,
  type Log,
  type LogConsumer,
  type LogProducer,
  type LogRecord,
} from '@ride/messaging';
import { makeLogger } from '@ride/observability';
import { v7 } from 'uuid';
import { Arrivals } from './waiting.js';

/** A fact as it stands in the log. */
export interface LoggedFact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly headers: FactHeaders;
  readonly key: string;
  readonly record: LogRecord;
}
/** The same with the data of a declared fact. */
export type Logged<F> = Omit<LoggedFact, 'data'> & { readonly data: FactOf<F> extends { data: infer D } ? D : never };

export interface Saying {
  /** Who says it; the first that may, unless said. */
  readonly by?: Service;
  readonly cause?: Cause;
  /** Event time, UTC milliseconds; now, unless said. */
  readonly time?: number;
  readonly id?: string;
  /** A declared record's bytes are replaced by these. */
  readonly value?: Buffer;
}

/** The whole log of a namespace, as a test sees it: it says facts in other services' place, and reads whatever is said. */
export class FactLog {
  readonly facts = new Arrivals<LoggedFact>((fact) => `${fact.type} ${JSON.stringify(fact.data)}`);
  /** Records that are no facts: dead letters, retries. */
  readonly others = new Arrivals<LogRecord>((record) => `${record.topic} ${record.offset}`);

  private constructor(
    private readonly log: Log,
    private readonly schemas: Schemas,
    private producer: LogProducer,
    private readonly consumer: LogConsumer,
  ) {}

  static async open(services: readonly Service[]): Promise<FactLog> {
    const { kafka, namespace, registry } = settings();
    const log = kafkaLog({ ...kafka, clientId: 'test', logger: makeLogger('test', 'silent') });
    const { topics, facts } = catalogue();
    const declared = [...topics, ...services.flatMap((service) => [retryTopic(service), deadLetterTopic(service)])];
    const admin = await log.admin();
    await ensureTopics(admin, declared, { namespace, replication: 1 });
    await admin.close();
    const schemas = openSchemas({ registryUrl: registry.url, namespace });
    await schemas.register(facts);
    const heard: { by?: FactLog } = {};
    const consumer = log.consumer({
      groupId: `${namespace}test-${v7()}`,
      topics: declared.map(({ name }) => physicalTopic(name, namespace)),
      partitionsAtOnce: 1,
      events: {
        joined: () => undefined,
        rebalancing: () => undefined,
        alive: () => undefined,
        crashed: () => undefined,
      },
      eachBatch: async (batch) => {
        await heard.by!.#hear(batch.records);
        batch.resolve(batch.lastOffset);
        await batch.heartbeat().catch(() => undefined);
      },
    });
    heard.by = new FactLog(log, schemas, await log.producer(), consumer);
    await consumer.connect();
    await consumer.subscribe();
    return heard.by;
  }

  /** Says a fact as the service would that may; resolves with its ce_id when it is in the log. */
  async say(fact: NewFact, saying: Saying = {}): Promise<string> {
    const [id] = await this.sayAll([[fact, saying]]);
    return id!;
  }

  /** Says facts in one send, in this order. */
  async sayAll(facts: readonly (readonly [fact: NewFact, saying: Saying])[]): Promise<string[]> {
    const { namespace } = settings();
    const ids = facts.map(([, { id }]) => id ?? v7());
    const records = facts.map(([fact, { by, cause, time, value }], index) => ({
      topic: physicalTopic(fact.topic, namespace),
      key: Buffer.from(fact.key),
      value: value ?? this.schemas.encode(fact),
      headers: factHeaders({
        id: ids[index]!,
        fact,
        source: `/${by ?? fact.fact.by[0]!}`,
        time: time ?? Date.now(),
        correlationId: fact.fact.topic.correlatedBy === 'key' ? fact.key : (cause?.correlationId ?? ids[index]!),
        causationId: cause?.id ?? ids[index]!,
        request: cause?.request,
        traceparent: cause?.traceparent,
      }),
    }));
    // One at a time (a producer of this port is not to be shared).
    this.#sending = this.#sending.then(() => this.#send(records));
    await this.#sending;
    return ids;
  }

  /** Waits until such a fact stands in the log. */
  async heard<F extends AnyFactType>(type: F, fits: (fact: Logged<F>) => boolean = () => true): Promise<Logged<F>> {
    const found = await this.facts.first(
      type.type,
      (fact) => fact.type === type.type && fits(fact as unknown as Logged<F>),
    );
    return found as unknown as Logged<F>;
  }

  /** All such facts that have been read so far, in log order per key. */
  said<F extends AnyFactType>(type: F, fits: (fact: Logged<F>) => boolean = () => true): Logged<F>[] {
    return (this.facts.all as unknown as Logged<F>[]).filter((fact) => fact.type === type.type && fits(fact));
  }

  async close(): Promise<void> {
    await this.consumer.stop();
    await this.producer.close();
    const { namespace } = settings();
    const admin = await this.log.admin();
    const names = [...(await admin.topics()).keys()].filter((name) => name.startsWith(namespace));
    if (namespace !== '') await admin.deleteTopics(names);
    await admin.close();
  }

  #sending: Promise<void> = Promise.resolve();

  /** A topic that has just been made has no leader yet: the producer is thrown away after a rejected send, and a new one tries. */
  async #send(records: Parameters<LogProducer['send']>[0]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.producer.send(records);
      } catch (error) {
        await this.producer.close();
        this.producer = await this.log.producer();
        if (tries >= 20) throw error;
      }
    }
  }

  async #hear(records: readonly LogRecord[]): Promise<void> {
    await this.schemas.prepare(records.flatMap(({ value }) => (value ? [value] : []))).catch(() => undefined);
    for (const record of records) {
      const headers = readHeaders(record.headers);
      const type = headers.ceType === undefined ? undefined : factByCeType(headers.ceType);
      const logical = record.topic.slice(settings().namespace.length);
      if (!type || type.topic.name !== logical || !record.value) {
        this.others.add(record);
        continue;
      }
      try {
        const data = this.schemas.decode(type, record.value) as Readonly<Record<string, unknown>>;
        this.facts.add({ type: type.type, data, headers, key: record.key?.toString() ?? '', record });
      } catch {
        this.others.add(record);
      }
    }
  }
}
