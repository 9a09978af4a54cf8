import { randomBytes } from 'node:crypto';
import { Controller, Module, type INestMicroservice, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { forgetSettings, settings } from '@ride/configuration';
import { catalogue, factHeaders, openSchemas, physicalTopic, type NewFact, type Service } from '@ride/events';
import { makeLogger } from '@ride/observability';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { v7 } from 'uuid';
import {
  databaseUrl,
  FactServer,
  kafkaLog,
  Runtime,
  ServiceModule,
  type Log,
  type LogProducer,
  type NewRecord,
  type RuntimeOptions,
} from '../../src/index.js';
import type { Header } from '../../src/log/port.js';
import { PATIENCE_MS } from './patience.js';

/** The service that a suite plays, unless it says another. */
const SERVICE: Service = 'booking';

/** A namespace of the suite's own: nothing in it is anybody else's. */
export function ownNamespace(env: Readonly<Record<string, string>> = {}): string {
  const namespace = `m${randomBytes(5).toString('hex')}_`;
  Object.assign(process.env, { RIDE_NAMESPACE: namespace, RIDE_LOG_LEVEL: 'fatal', ...env });
  forgetSettings();
  return namespace;
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: new URL('/postgres', settings().postgres.url).href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const database = (service: Service): string => new URL(databaseUrl(service)).pathname.slice(1);
export const createDatabase = (service: Service = SERVICE): Promise<void> =>
  asOwner(`CREATE DATABASE "${database(service)}"`);
export const dropDatabase = (service: Service = SERVICE): Promise<void> =>
  asOwner(`DROP DATABASE IF EXISTS "${database(service)}" WITH (FORCE)`);

/** A migration of some statements. */
export function migration(sql: string): new () => MigrationInterface {
  return class Tables1764000000100 implements MigrationInterface {
    async up(db: QueryRunner): Promise<void> {
      await db.query(sql);
    }
    async down(): Promise<void> {
      throw new Error('a suite drops its database');
    }
  };
}

/** A service of some handlers, as Nest runs it; without `listen` it hears nothing yet. */
export async function smallService(
  handlers: Type,
  tables: string,
  service: Service = SERVICE,
  options: Omit<RuntimeOptions, 'migrations'> = {},
): Promise<SmallService> {
  Controller()(handlers);
  class SmallModule {}
  Module({
    imports: [ServiceModule.named(service, { migrations: [migration(tables)], ...options })],
    controllers: [handlers],
  })(SmallModule);
  const built = await Test.createTestingModule({ imports: [SmallModule] }).compile();
  const runtime = built.get(Runtime);
  const app = built.createNestMicroservice({ strategy: built.get(FactServer) });
  app.useLogger(false);
  return { app, runtime };
}
export interface SmallService {
  readonly app: INestMicroservice;
  readonly runtime: Runtime;
}

/** A fact, and what else its record shall say. */
export interface SayableFact {
  readonly fact: NewFact;
  readonly id?: string;
  readonly time?: number;
  readonly value?: Buffer;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/** A record as it is before anybody has stored it. */
export type SaidRecord = NewRecord & { readonly headers: readonly Header[] };

/** Says facts in other services' place, as many as fit one send. */
export class Saying {
  private constructor(
    readonly log: Log,
    private producer: LogProducer,
    private readonly schemas: ReturnType<typeof openSchemas>,
  ) {}

  static async open(): Promise<Saying> {
    const { kafka, namespace, registry } = settings();
    const log = kafkaLog({ ...kafka, clientId: 'test', logger: makeLogger('test', 'silent') });
    const schemas = openSchemas({ registryUrl: registry.url, namespace });
    await schemas.register(catalogue().facts);
    return new Saying(log, await log.producer(), schemas);
  }

  /** The record of a fact, as other services say it; `about` goes into its headers. */
  record({ fact, id = v7(), time = Date.now(), value, ...about }: SayableFact): SaidRecord & { readonly key: Buffer } {
    return {
      topic: physicalTopic(fact.topic, settings().namespace),
      key: Buffer.from(fact.key),
      value: value ?? this.schemas.encode(fact),
      headers: factHeaders({ id, fact, source: '/test', time, correlationId: fact.key, causationId: id, ...about }),
    };
  }

  say(facts: readonly SayableFact[]): Promise<void> {
    return this.send(facts.map((said) => this.record(said)));
  }

  /** Any records, as they are; topics by their physical names. */
  async send(records: readonly NewRecord[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.producer.send(records);
      } catch (error) {
        // A topic that has just been made may have no leader yet. After a rejected send a producer is not used again.
        await this.producer.close();
        this.producer = await this.log.producer();
        if (tries === 20) throw error;
      }
    }
  }

  async close(): Promise<void> {
    await this.producer.close();
  }
}

/** Asks until the answer fits. */
export async function until<T>(
  ask: () => Promise<T>,
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
