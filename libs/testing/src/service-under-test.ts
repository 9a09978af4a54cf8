import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import type { INestApplication, Type } from '@nestjs/common';
import { forgetSettings } from '@ride/configuration';
import { isObserver, SERVICES, type AnyFactType, type NewFact, type Service } from '@ride/events';
import { documentOf, serve, type Document } from '@ride/http';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { createDatabase, dropDatabase } from './databases.js';
import { LiveEvents } from './events.js';
import { FactLog, type Logged, type Saying } from './fact-log.js';
import { TestIssuer, type Role } from './issuer.js';
import { AnswerCheck } from './openapi/answers.js';

export interface Options {
  /** RIDE_* settings of this service, beside the infrastructure's. */
  readonly env?: Readonly<Record<string, string>>;
}
export interface Asking {
  readonly token?: string;
  readonly body?: unknown;
  /** A body that is sent as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Idempotency-Key of a POST: without it a new one, null for none. */
  readonly key?: string | null;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
  readonly body: any;
}

/**
 * One service on real infrastructure, in a namespace of its own: its database, topics, subjects and Redis keys are nobody
 * else's. The test plays the other services on the log, and the apps over REST.
 * `load` imports the module only after the settings are there, since policies are made with them.
 */
export class ServiceUnderTest {
  readonly url: string;
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #others: INestApplication[] = [];
  #check: AnswerCheck | undefined;

  private constructor(
    readonly name: Service,
    readonly log: FactLog,
    private app: INestApplication,
    private readonly load: () => Promise<Type>,
    readonly issuer: TestIssuer,
    port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(load: () => Promise<Type>, name: Service, { env = {} }: Options = {}): Promise<ServiceUnderTest> {
    const issuer = await TestIssuer.start();
    const port = await freePort();
    Object.assign(process.env, {
      RIDE_NAMESPACE: `t${randomBytes(5).toString('hex')}_`,
      RIDE_LOG_LEVEL: 'fatal',
      RIDE_WATCHDOG_MS: '600000', // this process is Jest's, which stands still for a while between suites
      RIDE_LIMIT_PERSON: 'off',
      RIDE_LIMIT_ADDRESS: 'off',
      RIDE_ISSUER: issuer.url,
      [`RIDE_${name.toUpperCase()}_PORT`]: String(port),
      ...env,
    });
    forgetSettings();
    await createDatabase(name);
    const log = await FactLog.open(isObserver(name) ? SERVICES : [name]);
    return new ServiceUnderTest(name, log, await serve(await load(), name), load, issuer, port);
  }

  /** Its OpenAPI document. */
  document(): Document {
    return documentOf(this.app, this.name);
  }

  /** Something of the service, by its class. */
  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  /** A bearer token of that person. */
  token(role: Role, sub: string = v7()): Promise<string> {
    const key = `${role} ${sub}`;
    const known = this.#tokens.get(key) ?? this.issuer.token(role, sub);
    this.#tokens.set(key, known);
    return known;
  }

  /** Throws when the answer is not what the service's OpenAPI document says. */
  async request(
    method: string,
    path: string,
    { token, body, text, headers, key = v7() }: Asking = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' && key !== null && { 'idempotency-key': key }),
        ...headers,
      },
      ...((body !== undefined || text !== undefined) && { body: text ?? JSON.stringify(body) }),
    });
    const given = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: given === '' ? undefined : JSON.parse(given),
    };
    this.#held().check({ method, path, ...answer, mediaType: response.headers.get('content-type') ?? undefined });
    return answer;
  }

  events(path: string, token: string, lastEventId?: string): Promise<LiveEvents> {
    return LiveEvents.open(this.url + path, token, lastEventId, (event) => this.#held().event(event));
  }

  /** What its answers and events are held to. */
  #held(): AnswerCheck {
    return (this.#check ??= new AnswerCheck(this.document()));
  }

  /** Says a fact in another service's place; resolves with its ce_id when it is in the log. */
  say(fact: NewFact, saying?: Saying): Promise<string> {
    return this.log.say(fact, saying);
  }

  heard<F extends AnyFactType>(type: F, fits?: (fact: Logged<F>) => boolean): Promise<Logged<F>> {
    return this.log.heard(type, fits);
  }

  said<F extends AnyFactType>(type: F, fits?: (fact: Logged<F>) => boolean): Logged<F>[] {
    return this.log.said(type, fits);
  }

  /** Rows of the service's database. */
  sql<R>(text: string, values: unknown[] = []): Promise<R[]> {
    return this.get(DataSource as unknown as Type<DataSource>).query(text, values);
  }

  /** Ends the service as on SIGTERM and leaves everything else as it is. */
  async halt(): Promise<void> {
    await this.app.close();
  }

  /** Starts it again after `halt`, with those settings other than before. */
  async resume(env: Readonly<Record<string, string>> = {}): Promise<void> {
    Object.assign(process.env, env);
    forgetSettings();
    this.app = await serve(await this.load(), this.name);
    // With other settings it may have other routes.
    this.#check = undefined;
  }

  /** One more instance of the service in this process, on a port of its own. */
  async another(): Promise<{ readonly url: string; readonly app: INestApplication }> {
    const port = await freePort();
    process.env[`RIDE_${this.name.toUpperCase()}_PORT`] = String(port);
    forgetSettings();
    const app = await serve(await this.load(), this.name);
    // What resumes is at its own port again.
    process.env[`RIDE_${this.name.toUpperCase()}_PORT`] = new URL(this.url).port;
    forgetSettings();
    this.#others.push(app);
    return { url: `http://127.0.0.1:${port}`, app };
  }

  /** Ends the service and drops its namespace. */
  async stop(): Promise<void> {
    await Promise.all([this.app, ...this.#others].map((app) => app.close()));
    await this.log.close();
    await dropDatabase(this.name);
    this.issuer.stop();
  }
}

/** See `ServiceUnderTest`. */
export function serviceUnderTest(
  load: () => Promise<Type>,
  name: Service,
  options?: Options,
): Promise<ServiceUnderTest> {
  return ServiceUnderTest.start(load, name, options);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
