import type { INestMicroservice } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { forgetSettings, settings } from '@ride/configuration';
import {
  factHeaders,
  openSchemas,
  physicalTopic,
  readHeaders,
  type AnyFactType,
  type NewFact,
  type Schemas,
} from '@ride/events';
import { databaseUrl, kafkaLog, type Log, type LogProducer, partitionOf, type Runtime } from '@ride/messaging';
import { makeLogger } from '@ride/observability';
import pg from 'pg';
import { v7 } from 'uuid';
import { findTopics } from '../../src/log/admin.js';
import { connect } from '../../src/log/connect.js';
import type { Stored } from '../../src/log/port.js';
import { KafkaTaskLog } from '../../src/log/kafka-task-log.js';
import { configOf } from '../../src/run/internal-topics.js';
import { CameLate, Counted, Greeted, Opened, OpenedLongAgo, Visited } from '../../src/testing/support/shop.js';

import { openService } from './service.js';

const FACTS: readonly AnyFactType[] = [CameLate, Counted, Greeted, Opened, OpenedLongAgo, Visited];
const AT_ONCE = 1_000;
const PATIENCE_MS = Number(process.env['TEST_PATIENCE_MS'] ?? 30_000);

/** What was said, as it stands in the log. */
export interface Heard {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly time: number;
}

/** A namespace on real infrastructure, with the topics of the shops. */
export class ShopWorld {
  readonly #read = new Map<string, { heard: Heard[]; next: number }>();

  private constructor(
    readonly namespace: string,
    readonly log: Log,
    readonly taskLog: KafkaTaskLog,
    private producer: LogProducer,
    private readonly schemas: Schemas,
    private readonly partitions: number,
  ) {}

  /** A service's database and its unit of work, whose outbox is emptied into this log. */
  async service(): Promise<Runtime> {
    const name = new URL(databaseUrl('booking')).pathname.slice(1);
    await asOwner(`CREATE DATABASE "${name}"`);
    const { app, runtime } = await openService();
    this.#app = app;
    return runtime;
  }
  #app: INestMicroservice | undefined;

  static async open({
    partitions = 4,
    counts = {},
    without,
    brokers,
  }: { partitions?: number; counts?: Readonly<Record<string, number>>; without?: string; brokers?: string } = {}) {
    if (brokers !== undefined) process.env['RIDE_KAFKA_BROKERS'] = brokers;
    const namespace = `s${randomBytes(5).toString('hex')}_`;
    Object.assign(process.env, { RIDE_NAMESPACE: namespace, RIDE_LOG_LEVEL: 'fatal' });
    forgetSettings();
    const { kafka, registry } = settings();
    const log = kafkaLog({ ...kafka, clientId: 'test', logger: makeLogger('test', 'silent') });
    const admin = await log.admin();
    const names = [...new Set(FACTS.map(({ topic }) => topic.name))].filter((name) => name !== without);
    await admin.createTopics(
      names.map((name) => ({
        name: physicalTopic(name, namespace),
        partitions: counts[name] ?? partitions,
        ...{ replication: 1, config: { 'message.timestamp.type': 'LogAppendTime' } },
      })),
    );
    await admin.close();
    const schemas = openSchemas({ registryUrl: registry.url, namespace });
    await schemas.register(FACTS);
    const taskLog = new KafkaTaskLog(connect(kafka, 'test'));
    return new ShopWorld(namespace, log, taskLog, await log.producer(), schemas, partitions);
  }

  physical(topic: string): string {
    return physicalTopic(topic, this.namespace);
  }

  /** Facts at event times. */
  say(...facts: readonly (readonly [fact: NewFact, at: number])[]): Promise<void> {
    return this.sayTo(undefined, ...facts);
  }

  /** The same on another topic than the facts', by its logical name. */
  async sayTo(topic: string | undefined, ...facts: readonly (readonly [fact: NewFact, at: number])[]): Promise<void> {
    const records = facts.map(([fact, time]) => {
      const id = v7();
      const headers = factHeaders({ id, fact, source: '/test', time, correlationId: id, causationId: id });
      return {
        topic: this.physical(topic ?? fact.topic),
        key: Buffer.from(fact.key),
        value: this.schemas.encode(fact),
        headers,
      };
    });
    // All may be for one partition, which takes 1 MB at once.
    for (let from = 0; from < records.length; from += AT_ONCE) await this.send(records.slice(from, from + AT_ONCE));
  }

  /** A topic that has just been made may have no leader yet. */
  async send(records: Parameters<LogProducer['send']>[0]): Promise<void> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.producer.send(records);
      } catch (error) {
        await this.producer.close();
        this.producer = await this.log.producer();
        if (tries === 20) throw error;
      }
  }

  /** Facts of that type that have been said so far, each id once, in the order of their partitions. */
  async said(fact: AnyFactType): Promise<readonly Heard[]> {
    const topic = this.physical(fact.topic.name);
    for (let partition = 0; partition < this.partitions; partition += 1) await this.#catchUp(topic, partition);
    const all = [...this.#read].flatMap(([of, { heard }]) => (of.startsWith(`${topic}/`) ? heard : []));
    return [...new Map(all.filter(({ type }) => type === fact.type).map((one) => [one.id, one])).values()];
  }

  /** Resolves when so many have been said. */
  async until(fact: AnyFactType, fits: (said: readonly Heard[]) => boolean): Promise<readonly Heard[]> {
    return eventually(() => this.said(fact), fits);
  }

  /** A topic gets more partitions, as nobody should do it. */
  async grow(topic: string, count: number): Promise<void> {
    const admin = connect(settings().kafka, 'test').admin();
    await admin.connect();
    await admin.createPartitions({ topicPartitions: [{ topic: this.physical(topic), count }] });
    await admin.disconnect();
  }

  /** All that a partition has, by the topic's logical name. */
  async read(topic: string, partition: number): Promise<readonly Stored[]> {
    const all: Stored[] = [];
    for (let offset = 0; ;) {
      const wanted = { topic: this.physical(topic), partition, offset };
      const [fetched] = await this.taskLog.fetch([wanted], { waitMs: 0, maxBytes: 4 << 20 });
      if (!fetched || fetched.records.length === 0) return all;
      all.push(...fetched.records);
      offset = fetched.records.at(-1)!.offset + 1;
    }
  }

  /** A changelog is compacted as soon and as often as Kafka does it. */
  async compactSoon(changelog: string): Promise<void> {
    const internal = { topic: changelog, is: 'changelog', partitions: this.partitions } as const;
    const config = {
      ...configOf(internal, 1),
      ...{ 'segment.ms': '500', 'segment.bytes': '1048576', 'min.cleanable.dirty.ratio': '0.001' },
      'max.compaction.lag.ms': '1000',
    };
    const admin = connect(settings().kafka, 'test').admin();
    await admin.connect();
    const configEntries = Object.entries(config).map(([key, value]) => ({ name: key, value }));
    await admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: 2, name: this.physical(changelog), configEntries }],
    });
    await admin.disconnect();
  }

  /** Records that are left in a changelog, and that were ever written to it; both 0 when there is none. */
  async changelogSize(changelog: string): Promise<{ left: number; written: number }> {
    const sizes = { left: 0, written: 0 };
    if (!(await findTopics(connect(settings().kafka, 'test'), [this.physical(changelog)])).size) return sizes;
    for (let partition = 0; partition < this.partitions; partition += 1) {
      sizes.left += (await this.read(changelog, partition)).length;
      sizes.written += (await this.taskLog.range(this.physical(changelog), partition)).end;
    }
    return sizes;
  }

  /** Keys, such that the first goes to partition 0, and so on. */
  keyIn(partition: number): string {
    for (let n = 0; ; n += 1)
      if (partitionOf(Buffer.from(`shop-${n}`), this.partitions) === partition) return `shop-${n}`;
  }

  async close(): Promise<void> {
    if (this.#app) {
      await this.#app.close();
      await asOwner(`DROP DATABASE "${new URL(databaseUrl('booking')).pathname.slice(1)}" WITH (FORCE)`);
    }
    await this.producer.close();
    await this.taskLog.close();
    const admin = await this.log.admin();
    await admin.deleteTopics([...(await admin.topics()).keys()].filter((name) => name.startsWith(this.namespace)));
    await admin.close();
  }

  async #catchUp(topic: string, partition: number): Promise<void> {
    const name = `${topic}/${partition}`;
    const read = this.#read.get(name) ?? { heard: [], next: 0 };
    this.#read.set(name, read);
    for (;;) {
      const [fetched] = await this.taskLog.fetch([{ topic, partition, offset: read.next }], {
        waitMs: 0,
        maxBytes: 1 << 20,
      });
      if (!fetched || fetched.records.length === 0) return;
      await this.schemas.prepare(fetched.records.flatMap(({ value }) => (value ? [value] : [])));
      for (const { offset, key, value, headers } of fetched.records) {
        const { id = '', ceType, time = 0 } = readHeaders(headers);
        const type = FACTS.find((one) => one.ceType === ceType);
        if (type && value)
          read.heard.push({
            id,
            type: type.type,
            key: key?.toString() ?? '',
            data: this.schemas.decode(type, value) as Heard['data'],
            time,
          });
        read.next = offset + 1;
      }
    }
  }
}

/** Asks until the answer fits. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  fits: (answer: T) => boolean,
  patience = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited ${patience} ms; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: new URL('/postgres', settings().postgres.url).href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
