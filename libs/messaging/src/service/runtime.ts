import { settings } from '@ride/configuration';
import {
  catalogue,
  deadLetterTopic,
  isObserver,
  openSchemas,
  physicalTopic,
  retryTopic,
  SERVICES,
  type Schemas,
  type Service,
} from '@ride/events';
import { logger, type Logger } from '@ride/observability';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { Breaks } from '../breaks/breaks.js';
import { canBeBroken } from '../breaks/where.js';
import { BegunBatches } from '../consumer/begun.js';
import { startConsumer } from '../consumer/consumer.js';
import type { ConsumerSettings, FlowSettings, RunningConsumer } from '../consumer/options.js';
import { DeadLetters } from '../dead-letters/dead-letters.js';
import { dueStores } from '../decisions/decider-store.js';
import { DeadlineSweep } from '../decisions/sweep.js';
import { BrokerLook } from '../health/broker-look.js';
import { DatabaseLook } from '../health/database-look.js';
import { Probes } from '../health/probes.js';
import { DirectProducer } from '../log/direct-producer.js';
import { kafkaLog } from '../log/kafkajs.js';
import { Handlings } from '../inbox/handlings.js';
import type { Log } from '../log/port.js';
import { ensureTopics } from '../log/topics.js';
import { BlockedKeys } from '../retry/blocked-keys.js';
import { RetrySweep } from '../retry/retry-sweep.js';
import { Relay } from '../relay/relay.js';
import { DeliveryCounting } from '../reports/delivery-counts.js';
import { InstanceReports } from '../reports/instance-reports.js';
import type { FactServer, Machinery } from '../transport/fact-server.js';
import { HANDLERS_MS } from '../unit/deadline.js';
import { Envelope } from '../unit/outgoing.js';
import { PostgresUnitOfWork, tablesOf } from '../unit/postgres-unit-of-work.js';
import type { RunnerContext } from '../unit/runner.js';
import { PATIENCE_MS, UNITS_AT_ONCE } from '../unit/shared-units.js';
import { databaseUrl, keepInbox, openDatabase, openPool, openPoolForMany, openPoolForProbes } from './database.js';
import { DirectPublisher } from './direct-publisher.js';
import { effectGroups } from './effects.js';
import { Following } from './following.js';
import { heardFacts } from './heard-facts.js';
import { Observing } from './observing.js';
import { Rehearing } from './rehearing.js';
import type { RuntimeOptions } from './runtime-options.js';
import { Sweeps } from './sweeps.js';

const HOUR = 3_600_000; // milliseconds

/** Positions are seconds old when they count. */
const GATHER_POSITIONS_MS = 100;
/** Nobody waits for what is observed: many at once cost little. */
const GATHER_OBSERVED_MS = 200;

/** Everything a service runs on: opened before Nest builds it, started when Nest knows the handlers, drained before it ends. */
export class Runtime implements Machinery {
  readonly unitOfWork: PostgresUnitOfWork;
  readonly publisher: DirectPublisher;
  readonly relay: Relay;
  readonly deadLetters: DeadLetters;
  /** How the service is; whoever knows a part of it adds an indicator. */
  readonly probes: Probes;
  readonly rehearing: Rehearing;
  /** Only where RIDE_BREAKS is on. */
  readonly breaks: Breaks | undefined;
  readonly #isRelaying: boolean;
  readonly #log: Log;
  readonly #logger: Logger;
  readonly #schemas: Schemas;
  readonly #direct: DirectProducer;
  readonly #facts: Pool;
  readonly #requests: Pool;
  readonly #shared: Pool;
  readonly #repairs: Pool;
  readonly #effects: Pool;
  readonly #probing: Pool;
  readonly #database: DatabaseLook;
  readonly #broker: BrokerLook;
  readonly #heardUnit: RunnerContext;
  readonly #handlings: Handlings;
  readonly #sweeps: Sweeps;
  readonly #reports: InstanceReports;
  readonly #consumers: RunningConsumer[] = [];

  private constructor(
    readonly service: Service,
    readonly data: DataSource,
    private readonly options: RuntimeOptions,
  ) {
    this.#isRelaying = options.relay ?? true;
    const { kafka, namespace, registry, unit, version } = settings();
    this.#logger = logger(service);
    const { socketFactory } = options;
    const about = { clientId: `ride-${service}`, logger: this.#logger, ...(socketFactory && { socketFactory }) };
    this.#log = kafkaLog({ ...kafka, ...about });
    this.rehearing = new Rehearing(this.#log, namespace);
    this.#schemas = openSchemas({ registryUrl: registry.url, namespace });
    this.relay = new Relay({ databaseUrl: databaseUrl(service), log: this.#log, namespace, logger: this.#logger });
    this.#direct = new DirectProducer({ log: this.#log });
    this.#facts = openPool(service, 'facts', 2 * unit.partitionsAtOnce);
    this.#requests = openPool(service, 'requests', 10);
    this.#shared = openPool(service, 'shared units', UNITS_AT_ONCE, PATIENCE_MS);
    this.#repairs = openPoolForMany(service, 'repairs', 4);
    this.#effects = openPool(service, 'effects', 4);
    this.#probing = openPoolForProbes(service);
    const envelope = new Envelope(service, this.#schemas);
    const context = {
      tableOf: tablesOf(data),
      envelope,
      handlersMs: options.handlersMs ?? HANDLERS_MS,
      wake: (buckets: readonly number[], isQuiet?: boolean) => {
        if (this.#isRelaying) this.relay.wake(buckets, isQuiet);
      },
      onError: (what: string, error: unknown) => this.#logger.error({ err: error }, `${what} failed`),
    };
    const retries = new RetrySweep(service, this.#facts, context.wake);
    const blocked = new BlockedKeys(this.#facts, service, retries);
    const isBlocked = (id: string) => blocked.has(id);
    this.#handlings = new Handlings(envelope, settings().handlings === 'on');
    this.#heardUnit = { ...context, pool: this.#facts };
    this.unitOfWork = new PostgresUnitOfWork(
      { ...context, isBlocked, pool: this.#requests },
      { pool: this.#shared, handlersMs: Math.min(context.handlersMs, PATIENCE_MS) },
    );
    this.publisher = new DirectPublisher(this.#direct, envelope, namespace);
    const deadlines = new DeadlineSweep({ ...this.#heardUnit, isBlocked }, this.#facts, service, dueStores);
    const inbox = { name: 'inbox days', every: HOUR, once: () => keepInbox(service) };
    this.deadLetters = new DeadLetters({
      service,
      pool: this.#repairs,
      schemas: this.#schemas,
      mayEdit: settings().deadLetterEdit === 'allow',
      onError: context.onError,
    });
    if (canBeBroken(service))
      this.breaks = new Breaks({ service, namespace, pool: this.#repairs, producer: this.#direct });
    const sweeps = [blocked, deadlines, inbox, this.deadLetters.sweep, ...(this.breaks ? [this.breaks] : [])];
    this.#sweeps = new Sweeps(sweeps, context.onError);
    const migrations = data.migrations.map(({ name, constructor }) => name ?? constructor.name);
    this.#database = new DatabaseLook(this.#probing, migrations, this.#logger);
    this.#broker = new BrokerLook(this.#log, this.#logger);
    this.probes = new Probes(this.#logger);
    this.probes.add(this.#database, this.#broker, this.#direct, this.#sweeps);
    if (this.#isRelaying) this.probes.add(this.relay);
    this.#reports = new InstanceReports({
      ...{ service, namespace, version, log: this.#log, envelope, probes: this.probes },
      counts: new DeliveryCounting(this.#repairs, (err) => this.#logger.warn({ err }, 'what waits was not counted')),
      relay: () => this.relay.health(),
      breaks: () => this.breaks?.count ?? 0,
    });
  }

  static async open(service: Service, options: RuntimeOptions = {}): Promise<Runtime> {
    return new Runtime(service, await openDatabase(service, options.migrations ?? []), options);
  }

  /** What Nest's side of the transport has a handler called through. */
  get around(): Machinery['around'] {
    const { breaks } = this;
    return breaks && ((handler) => breaks.around(handler));
  }

  async start(server: FactServer): Promise<void> {
    const { env, namespace } = settings();
    const { topics, facts } = catalogue();
    const admin = await this.#log.admin();
    try {
      // Who observes them may come up before those who write them.
      const services = isObserver(this.service) ? SERVICES : [this.service];
      const own = services.flatMap((service) => [retryTopic(service), deadLetterTopic(service)]);
      const declared = [...topics, ...own];
      await ensureTopics(admin, declared, { namespace, replication: env === 'production' ? 3 : 1 });
    } finally {
      await admin.close();
    }
    await this.#schemas.register(facts.filter((fact) => fact.by.includes(this.service)));
    this.#database.start();
    this.#broker.start();
    this.#reports.start();
    if (this.#isRelaying) this.relay.start();
    // What is broken holds from the first fact on.
    this.breaks?.knows(server.handlers);
    await this.breaks?.once();
    await this.#hear(server);
    this.#sweeps.start();
    this.probes.began();
  }

  async stop(): Promise<void> {
    this.probes.drains();
    await this.#sweeps.stop();
    await Promise.all(this.#consumers.map((consumer) => consumer.stop()));
    if (this.#isRelaying) await this.relay.stop();
    await this.#direct.stop();
    await this.#reports.stop();
    await Promise.all([this.#database.stop(), this.#broker.stop()]);
  }

  /** The pools, last of all: whatever ends before may still need them. */
  async close(): Promise<void> {
    const pools = [this.#facts, this.#requests, this.#shared, this.#repairs, this.#effects, this.#probing];
    await Promise.all([...pools.map((pool) => pool.end()), this.data.destroy()]);
  }

  health() {
    return {
      relay: this.relay.health(),
      consumers: this.#consumers.map((consumer) => consumer.health()),
      positions: this.#direct.health(),
    };
  }

  async #hear(server: FactServer): Promise<void> {
    const { service } = this;
    const { namespace } = settings();
    const heard = heardFacts({
      service,
      namespace,
      schemas: this.#schemas,
      unit: this.#heardUnit,
      handlings: this.#handlings,
      policy: { backoff: settings().retryBackoffMs, whenDead: 'hold', ...this.options.retry },
      server,
      logger: this.#logger,
    });
    const effects = effectGroups({
      service,
      namespace,
      schemas: this.#schemas,
      unit: { ...this.#heardUnit, pool: this.#effects },
      handlings: this.#handlings,
      server,
      logger: this.#logger,
    });
    const following = new Following(server, this.#schemas, namespace, this.#logger);
    const on = topicsOf(server.handlers.facts('on'));
    await Promise.all([
      this.#consume(service, on, {
        hear: (records, alone) => heard.hearing.hear(records, alone),
        gatherMs: this.options.gatherMs ?? 0,
      }),
      this.#consume(`${service}.retry`, on.length > 0 ? [retryTopic(service).name] : [], {
        hear: (records, alone) => heard.retrying.hear(records, alone),
      }),
      this.#consume(`${service}.follow`, topicsOf(server.handlers.facts('follow')), {
        hear: (records, alone) => following.hear(records, alone),
        gatherMs: GATHER_POSITIONS_MS,
      }).then((followed) => this.rehearing.of(followed)),
      ...server.handlers.observers().map((observer) => {
        const observing = new Observing((some) => server.deliverRecords(observer, some), this.#schemas, namespace);
        const hear: ConsumerSettings['hear'] = (records, alone) => observing.hear(records, alone);
        const { name, topics } = observer.options;
        return this.#consume(`${service}.${name}`, topics, { hear, gatherMs: GATHER_OBSERVED_MS });
      }),
      ...effects.map(({ group, facts, flow, stuckAfterMs }) =>
        this.#consume(group, facts ? topicsOf(facts) : [retryTopic(service).name], { flow, stuckAfterMs }),
      ),
    ]);
  }

  async #consume(
    group: string,
    topics: readonly string[],
    how: Pick<ConsumerSettings, 'hear' | 'gatherMs'> | Pick<FlowSettings, 'flow' | 'stuckAfterMs'>,
  ): Promise<RunningConsumer | undefined> {
    const { namespace, unit } = settings();
    if (topics.length === 0) return undefined;
    const subscription = group.replace(/\.retry$/, '');
    const consumer = startConsumer({
      ...('flow' in how ? how : { ...how, begun: new BegunBatches(this.#facts, group) }),
      ...unit,
      isPaused: this.breaks?.isPaused(subscription) ?? false,
      log: this.#log,
      groupId: `${namespace}${group}`,
      topics: topics.map((name) => physicalTopic(name, namespace)),
      logger: this.#logger,
    });
    this.#consumers.push(consumer);
    this.breaks?.consumes(subscription, consumer);
    this.probes.add(consumer);
    this.#broker.add(consumer);
    await consumer.joined();
    return consumer;
  }
}

/** Logical names of the topics on which the facts (by name) are said. */
function topicsOf(heard: readonly string[]): readonly string[] {
  const facts = catalogue().facts.filter(({ type }) => heard.includes(type));
  return [...new Set(facts.map(({ topic }) => topic.name))];
}
