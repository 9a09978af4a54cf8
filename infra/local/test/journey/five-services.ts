import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings, type Settings } from '@ride/configuration';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { freePorts } from '../../src/free-ports.js';
import { apps, type AppName } from '../../src/infrastructure.js';
import { keep, type Kept } from '../../src/kept.js';
import { layout as layoutOf, type Layout } from '../../src/layout.js';
import { type FromKeeper } from '../../src/plan.js';
import { ordinary } from '../../src/infrastructure.js';

const names = ['issuer', ...apps] as const;

/** All five services, the console and the issuer as they run for everybody: processes of a stack, in a namespace of their own. */
export class FiveServices {
  readonly told: FromKeeper[] = [];

  private constructor(
    readonly layout: Layout,
    readonly env: NodeJS.ProcessEnv,
    readonly settings: Settings,
  ) {}

  #kept: Kept | undefined;

  /** `more`: RIDE_* settings of the services, beside those that lead to the infrastructure of this test run. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<FiveServices> {
    const id = randomBytes(4).toString('hex');
    const ports = await freePorts(names.length);
    const port = (name: (typeof names)[number]): number => ports[names.indexOf(name)] ?? 0;
    const env = {
      ...process.env,
      ...Object.fromEntries(names.map((name) => [`RIDE_${name.toUpperCase()}_PORT`, `${port(name)}`])),
      RIDE_ISSUER: `http://127.0.0.1:${port('issuer')}`,
      RIDE_NAMESPACE: `j${id}_`,
      ...more,
    };
    const layout = layoutOf(join(layoutOf().root, '.local', `test-${id}`));
    const five = new FiveServices(layout, env, settings(env));
    await five.#databases((name) => `CREATE DATABASE "${name}"`);
    const plan = { dir: layout.dir, only: names, options: ordinary, fresh: false, dropAfter: true };
    five.#kept = await keep(plan, env, (event) => five.told.push(event));
    return five;
  }

  url(name: AppName): string {
    return this.settings.urls[name];
  }

  topic(name: string): string {
    return `${this.settings.namespace}${name}`;
  }

  kafka(): Kafka {
    const { brokers } = this.settings.kafka;
    return new Kafka({ clientId: 'journey', brokers: [...brokers], logLevel: logLevel.NOTHING });
  }

  logOf(name: AppName): string {
    return readFileSync(join(this.layout.logs, `${name}.log`), 'utf8');
  }

  /** Ends all of it and drops its databases and topics. */
  async stop(): Promise<void> {
    await this.#kept?.stop();
    await this.#databases((name) => `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    const admin = this.kafka().admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.settings.namespace));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    await admin.disconnect();
  }

  /** Rows of a service's database. */
  async sql<Row extends pg.QueryResultRow>(name: AppName, text: string, values: unknown[] = []): Promise<Row[]> {
    const database = `${this.settings.namespace}ride_${name}`;
    const client = new pg.Client({ connectionString: `${this.settings.postgres.url}/${database}` });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async #databases(statement: (name: string) => string): Promise<void> {
    const client = new pg.Client({ connectionString: `${this.settings.postgres.url}/postgres` });
    await client.connect();
    try {
      for (const name of apps) await client.query(statement(`${this.settings.namespace}ride_${name}`));
    } finally {
      await client.end();
    }
  }
}
