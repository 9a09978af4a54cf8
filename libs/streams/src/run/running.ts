import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { settings } from '@ride/configuration';
import {
  deadLetterTopic,
  openSchemas,
  physicalTopic,
  type AnyFactType,
  type Schemas,
  type Service,
} from '@ride/events';
import { ensureTopics, kafkaLog, type Log, partitionOf, type UnitOfWork } from '@ride/messaging';
import { logger, type Logger } from '@ride/observability';
import { connect, type Kafka } from '../log/connect.js';
import { KafkaGroup } from '../log/group.js';
import { KafkaTaskLog } from '../log/kafka-task-log.js';
import { TaskLogError } from '../log/port.js';
import { Disk } from '../store/local/disk.js';
import { Sealing } from '../store/outputs.js';
import type { Inherited } from '../task/inherited.js';
import type { Failure } from '../task/lost.js';
import type { Output } from '../task/record.js';
import type { Topology } from '../topology/node.js';
import type { Shape } from '../topology/shape.js';
import { check } from './check.js';
import { Fetcher } from './fetcher.js';
import { makeInternalTopics } from './internal-topics.js';
import { sealed, type Letter } from './letters.js';
import { Membership, type Assigned } from './membership.js';
import { Sender } from './sender.js';
import { storesOf } from './stores.js';
import { Tasks, type TaskHealth } from './tasks.js';

export interface StartOptions {
  /** Who says what the application says. */
  readonly service: Service;
  /** Where copies of local state are kept, for a quick start; without it the log alone is read. Of this process alone. */
  readonly folder?: string;
  /** Where other instances can ask this one, as `read` tells it. */
  readonly address?: string;
  /** Needed by stores of the kind `postgres`. */
  readonly unitOfWork?: UnitOfWork;
  readonly logger?: Logger;
}

/** Of an application that grows, or has grown. */
export interface RunningOptions extends StartOptions {
  readonly inherited?: Inherited;
}

export interface Health {
  readonly isMember: boolean;
  readonly owner: string;
  readonly tasks: readonly TaskHealth[];
}

/** Where a key's state is. */
export type Found =
  | { readonly is: 'here'; readonly value: unknown }
  | { readonly is: 'elsewhere'; readonly owner: string; readonly address: string | undefined }
  /** The task is being opened, or nobody has it just now: ask again. */
  | { readonly is: 'moving' };

const TICK_MS = 250;

/** What has been found and opened before anything runs. */
interface Ground {
  readonly topology: Topology;
  readonly fingerprint: string;
  readonly shape: Shape;
  readonly kafka: Kafka;
  /** Takes what it says. */
  readonly said: Log;
  readonly schemas: Schemas;
  readonly disk: Disk | undefined;
  /** Tasks whose state is on it. */
  readonly onDisk: readonly string[];
  readonly logger: Logger;
}

/** One instance of an application. */
export class Running {
  readonly #owner = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  readonly #appending: KafkaTaskLog;
  readonly #fetching: KafkaTaskLog;
  readonly #asking: KafkaTaskLog;
  readonly #group: KafkaGroup;
  readonly #sender: Sender;
  readonly #sealing: Sealing;
  readonly #tasks: Tasks;
  readonly #fetcher: Fetcher;
  readonly #membership: Membership;
  readonly #tick: NodeJS.Timeout;
  #assigned: Assigned = { tasks: [], members: [] };

  private constructor(
    private readonly ground: Ground,
    options: RunningOptions,
  ) {
    const { namespace } = settings();
    const { topology, kafka, shape, schemas } = ground;
    const physical = (topic: string) => physicalTopic(topic, namespace);
    this.#appending = new KafkaTaskLog(kafka);
    this.#fetching = new KafkaTaskLog(kafka);
    this.#asking = new KafkaTaskLog(kafka);
    this.#group = new KafkaGroup(kafka, physical(topology.name));
    this.#sender = new Sender(ground.said);
    this.#sealing = new Sealing(options.service, namespace, schemas);
    this.#tasks = new Tasks({
      ...{ app: topology.name, shape, physical, schemas, asking: this.#asking, logger: ground.logger },
      storeOf: storesOf({
        ...{ app: topology.name, fingerprint: ground.fingerprint, physical, disk: ground.disk, owner: this.#owner },
        ...{ appending: this.#appending, reading: this.#asking, group: this.#group, unitOfWork: options.unitOfWork },
        send: (outputs) => this.#send(outputs),
      }),
      inherited: options.inherited,
      whyNot: (output) => this.#whyNot(output),
      bury: (letters) => this.#bury(letters, options.service),
      isCertain: () => this.#membership.isCertain,
      onRoom: () => this.#fetcher.wake(),
    });
    this.#fetcher = new Fetcher({
      log: this.#fetching,
      wanted: () => this.#tasks.wanted(),
      heard: (fetched) => this.#tasks.heard(fetched),
      onError: (error) => this.#fetchFailed(error),
    });
    this.#membership = this.#member(physical, options.address);
    this.#fetcher.start();
    this.#membership.start();
    this.#tick = setInterval(() => this.#tasks.tick(), TICK_MS);
  }

  /** Throws TopologyRefused when what stands in Kafka does not fit. */
  static async start(topology: Topology, options: RunningOptions): Promise<Running> {
    mayStart(topology, options);
    const { kafka: access, namespace, registry, env } = settings();
    const kafka = connect(access, clientOf(topology, options));
    const log = new KafkaTaskLog(kafka);
    const { unitOfWork } = options;
    const { shape, fingerprint } = await check({ topology, namespace, kafka, log, unitOfWork }).finally(() =>
      log.close(),
    );
    const replication = env === 'production' ? 3 : 1;
    await makeInternalTopics(kafka, shape.internal, { namespace, replication });
    const said = kafkaLog({
      ...access,
      clientId: clientOf(topology, options),
      logger: options.logger ?? logger(options.service),
    });
    const admin = await said.admin();
    await ensureTopics(admin, [deadLetterTopic(options.service)], { namespace, replication }).finally(() =>
      admin.close(),
    );
    const schemas = openSchemas({ registryUrl: registry.url, namespace });
    await schemas.register(saidBy(topology));
    const disk = options.folder === undefined ? undefined : await Disk.open(join(options.folder, topology.name));
    const onDisk = (await disk?.tasks()) ?? [];
    const about = { topology, fingerprint, shape, kafka, said, schemas, disk, onDisk };
    return new Running({ ...about, logger: options.logger ?? logger(options.service) }, options);
  }

  health(): Health {
    return { isMember: this.#membership.isMember, owner: this.#owner, tasks: this.#tasks.health() };
  }

  read(store: string, key: string): Found {
    const sub = this.ground.shape.subTopologies.find(({ nodes }) => nodes.some(({ id }) => id === store));
    if (!sub) throw new Error(`${this.ground.topology.name} has no store ${store}`);
    const task = `${sub.index}_${partitionOf(Buffer.from(key), sub.partitions)}`;
    const here = this.#tasks.read(task, store, key);
    if (here) return { is: 'here', value: here.value };
    const member = this.#assigned.members.find((one) => one.tasks.includes(task));
    if (!member || member.owner === this.#owner) return { is: 'moving' };
    return { is: 'elsewhere', owner: member.owner, address: member.address };
  }

  async stop(): Promise<void> {
    clearInterval(this.#tick);
    await this.#fetcher.stop();
    await this.#tasks.stop();
    await this.#membership.stop();
    await this.#sender.close();
    await Promise.all([this.#group, this.#appending, this.#fetching, this.#asking].map((one) => one.close()));
    await this.ground.disk?.close();
  }

  #member(physical: (topic: string) => string, address: string | undefined): Membership {
    const { shape, fingerprint, onDisk, logger: log } = this.ground;
    const read = shape.subTopologies.flatMap(({ inputs }) => inputs.map(({ topic }) => physical(topic)));
    return new Membership({
      group: this.#group,
      topics: [...new Set(read)],
      tasks: this.#tasks.all,
      about: () => ({ owner: this.#owner, address, fingerprint, has: this.#tasks.running, hasOnDisk: onDisk }),
      reads: (task) => this.#tasks.reads(task),
      onAssigned: (assigned) => {
        this.#assigned = assigned;
        this.#tasks.assign(assigned.tasks);
      },
      onConfirmed: (askedAt) => this.#tasks.confirmed(askedAt),
      offsets: () => this.#tasks.offsets(),
      onError: (error) => log.warn({ err: error }, 'not a member of the group just now'),
    });
  }

  /** What was sayable when it was committed, and is no more, would stop its task for good. */
  #send(outputs: readonly Output[]): Promise<void> {
    const sayable = outputs.filter((output) => !this.#whyNot(output));
    return this.#sender.send(sayable.map((output) => this.#sealing.seal(output)));
  }

  #whyNot(output: Output): Failure | undefined {
    try {
      this.#sealing.seal(output);
      return undefined;
    } catch (error) {
      return { node: output.to === 'log' ? output.fact.fact.ceType : output.topic, error };
    }
  }

  #bury(letters: readonly Letter[], service: Service): Promise<void> {
    const { topology, logger: log } = this.ground;
    for (const { topic, partition, offset, node, error } of letters)
      log.error(
        { app: topology.name, topic, partition, offset, node, err: error },
        'given up: it is a dead letter now',
      );
    const about = { service, app: topology.name, namespace: settings().namespace, now: new Date() };
    return this.#sender.send(letters.map((letter) => sealed(letter, about)));
  }

  #fetchFailed(error: unknown): void {
    this.ground.logger.warn({ err: error }, 'fetching failed');
    if (error instanceof TaskLogError && error.code === 'out_of_range') this.#tasks.reopen();
  }
}

const clientOf = ({ name }: Topology, { service }: StartOptions): string => `ride-${service}-${name}`;

/** Mistakes of whoever has written the service. */
function mayStart(topology: Topology, { service, unitOfWork }: StartOptions): void {
  if (topology.nodes.some((node) => node.is === 'aggregate' && node.store === 'postgres') && !unitOfWork)
    throw new Error(`${topology.name} keeps state in postgres: give start() the service's unit of work`);
  const notOurs = saidBy(topology).find((fact) => !fact.by.includes(service));
  if (notOurs)
    throw new Error(`${service} may not say ${notOurs.type}: its declaration names ${notOurs.by.join(', ')}`);
}

function saidBy({ nodes }: Topology): readonly AnyFactType[] {
  const facts = nodes.flatMap((node) =>
    node.is === 'say' ? [node.fact] : node.is === 'aggregate' ? [node.lateFact] : [],
  );
  return [...new Set(facts)];
}
