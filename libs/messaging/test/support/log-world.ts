import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { kafkaLog, type KafkaLogOptions } from '../../src/log/kafkajs.js';
import type { Logger } from '../../src/log/logger.js';
import type { Header, Log, LogRecord } from '../../src/log/port.js';
import { outboxStatement } from '../../src/unit/outgoing.js';
import { encodeHeaders } from '../../src/log/header-bytes.js';
import { OUTBOX_TABLES } from '../../src/relay/outbox.sql.js';
import { startConsumer } from '../../src/consumer/consumer.js';
import { PATIENCE_MS } from './patience.js';

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this suite with npm run e2e`);
  return value;
};

const print = process.env['SHOW_LOGS'] === undefined ? () => undefined : console.log;
export const logger: Logger = { debug: () => undefined, info: print, warn: print, error: print };

export interface Said {
  readonly topic: string;
  readonly key: string;
  readonly value: string | Buffer | null;
  readonly headers?: readonly Header[];
}

/** Topics, groups and a database of one suite, under a prefix of its own, on the real infrastructure. */
export class LogWorld {
  readonly namespace = `t${randomBytes(4).toString('hex')}_`;
  readonly brokerPort: number;
  readonly databaseUrl: string;
  readonly log: Log;
  readonly pool: pg.Pool;
  readonly #server: string;
  #groups = 0;

  private constructor() {
    const [broker = ''] = needed('RIDE_KAFKA_BROKERS').split(',');
    this.brokerPort = Number(broker.split(':').at(-1));
    this.#server = needed('RIDE_POSTGRES_URL');
    this.databaseUrl = `${this.#server}/${this.namespace}outbox`;
    this.log = this.logWith({});
    this.pool = new pg.Pool({ connectionString: this.databaseUrl, max: 8 });
    // The database is dropped under connections that are still closing.
    this.pool.on('error', () => undefined);
  }

  static async open(topics: Readonly<Record<string, number>>): Promise<LogWorld> {
    const world = new LogWorld();
    await world.#onServer(`CREATE DATABASE ${world.namespace}outbox`);
    await world.pool.query(OUTBOX_TABLES);
    await world.#administer((admin) =>
      admin.createTopics(
        Object.entries(topics).map(([name, partitions]) => ({
          name: world.namespace + name,
          partitions,
          replication: 1,
          config: { 'message.timestamp.type': 'LogAppendTime' },
        })),
      ),
    );
    return world;
  }

  logWith(options: Partial<KafkaLogOptions>): Log {
    return kafkaLog({ brokers: [`127.0.0.1:${this.brokerPort}`], clientId: 'test', logger, ...options });
  }

  group(): string {
    this.#groups += 1;
    return `${this.namespace}group${this.#groups}`;
  }

  /** Commits facts to the outbox; resolves to the buckets to wake. */
  async say(facts: readonly Said[], client: Pick<pg.ClientBase, 'query'> | pg.Pool = this.pool): Promise<number[]> {
    const rows = facts.map(({ topic, key, headers, value }) => ({
      topic,
      key: Buffer.from(key),
      headers: encodeHeaders(headers ?? []),
      value: typeof value === 'string' ? Buffer.from(value) : value,
    }));
    const { rows: written } = await client.query<{ bucket: number }>(outboxStatement(rows));
    return written.map(({ bucket }) => bucket);
  }

  async outbox(): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox');
    return rows[0]?.count ?? -1;
  }

  /** Everything that stands in a topic now, in the order of each partition. */
  async everything(topic: string): Promise<LogRecord[]> {
    const physical = this.namespace + topic;
    const ends = await this.#administer((admin) => admin.endOffsets(physical));
    const total = [...ends.values()].reduce((sum, end) => sum + Number(end), 0);
    const heard: LogRecord[] = [];
    if (total === 0) return heard;
    const all = Promise.withResolvers<void>();
    const consumer = startConsumer({
      log: this.log,
      groupId: this.group(),
      topics: [physical],
      logger,
      hear: async (records) => {
        heard.push(...records);
        if (heard.length >= total) all.resolve();
      },
    });
    await all.promise;
    await consumer.stop();
    return heard;
  }

  async committed(groupId: string, topic: string): Promise<Map<number, number>> {
    const positions = await this.#administer((admin) => admin.committed(groupId, [this.namespace + topic]));
    return new Map(positions.map(({ partition, offset }) => [partition, Number(offset)]));
  }

  async members(groupId: string): Promise<number> {
    return await this.#administer((admin) => admin.members(groupId));
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.#onServer(`DROP DATABASE ${this.namespace}outbox WITH (FORCE)`);
    await this.#administer(async (admin) => {
      const names = [...(await admin.topics()).keys()].filter((name) => name.startsWith(this.namespace));
      await admin.deleteTopics(names);
      const groups = Array.from({ length: this.#groups }, (_, i) => `${this.namespace}group${i + 1}`);
      for (const group of groups) await admin.deleteGroups([group]).catch(() => undefined);
    });
  }

  async #administer<T>(work: (admin: Awaited<ReturnType<Log['admin']>>) => Promise<T>): Promise<T> {
    const admin = await this.log.admin();
    try {
      return await work(admin);
    } finally {
      await admin.close();
    }
  }

  async #onServer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: `${this.#server}/postgres` });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
}

/** Waits for something that other processes bring about. Rejects after `ms` with what was last found. */
export const eventually = async (what: () => unknown, ms = PATIENCE_MS): Promise<void> => {
  const end = Date.now() + ms;
  for (;;) {
    try {
      if ((await what()) !== false) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
