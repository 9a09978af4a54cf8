import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { settings } from '@ride/configuration';
import { openSchemas, physicalTopic, type AnyFactType, type Service } from '@ride/events';
import { kafkaLog, type UnitOfWork } from '@ride/messaging';
import { logger, type Logger } from '@ride/observability';
import { connect } from '../log/connect.js';
import { KafkaGroup } from '../log/group.js';
import { KafkaTaskLog } from '../log/kafka-task-log.js';
import { TaskLogError, type TaskLog } from '../log/port.js';
import { Disk } from '../store/local/disk.js';
import { Sealing } from '../store/outputs.js';
import type { Output } from '../task/record.js';
import type { Topology } from '../topology/node.js';
import { partitionOf } from '../topology/partition.js';
import type { Shape } from '../topology/shape.js';
import { check } from './check.js';
import { Fetcher } from './fetcher.js';
import { makeInternalTopics } from './internal-topics.js';
import { Membership, type Assigned } from './membership.js';
import { Sender } from './sender.js';
import { Tasks } from './tasks.js';
import type { TaskHealth } from './tasks.js';

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

/** One instance of an application. */
export class Running {
  readonly #owner = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  #assigned: Assigned = { tasks: [], members: [] };
  #tick: NodeJS.Timeout | undefined;

  private constructor(
    private readonly shape: Shape,
    private readonly parts: {
      readonly tasks: Tasks;
      readonly fetcher: Fetcher;
      readonly sender: Sender;
      readonly group: KafkaGroup;
      readonly logs: readonly TaskLog[];
      readonly disk: Disk | undefined;
      readonly logger: Logger;
      readonly fingerprint: string;
      readonly physical: (topic: string) => string;
      readonly address: string | undefined;
    },
  ) {
    const { tasks, group } = parts;
    this.membership = new Membership({
      group,
      topics: [
        ...new Set(shape.subTopologies.flatMap(({ inputs }) => inputs.map(({ topic }) => parts.physical(topic)))),
      ],
      tasks: tasks.all,
      about: () => ({
        ...{ owner: this.#owner, address: parts.address, fingerprint: parts.fingerprint },
        ...{ has: tasks.running, hasOnDisk: tasks.known },
      }),
      reads: (task) => tasks.reads(task),
      onAssigned: (assigned) => {
        this.#assigned = assigned;
        tasks.assign(assigned.tasks);
      },
      onConfirmed: () => tasks.confirmed(),
      offsets: () => tasks.offsets(),
      onError: (error) => parts.logger.warn({ err: error }, 'not a member of the group just now'),
    });
  }
  readonly membership: Membership;

  /** Throws TopologyRefused when what stands in Kafka does not fit. */
  static async start(topology: Topology, fingerprint: string, options: StartOptions): Promise<Running> {
    if (topology.nodes.some((node) => node.is === 'aggregate' && node.store === 'postgres') && !options.unitOfWork)
      throw new Error(`${topology.name} keeps state in postgres: give start() the service's unit of work`);
    const { kafka: access, namespace, registry, env } = settings();
    const { service, folder, address, unitOfWork } = options;
    const log = options.logger ?? logger(service);
    const kafka = connect(access, `ride-${service}-${topology.name}`);
    const [appending, fetching, asking] = [new KafkaTaskLog(kafka), new KafkaTaskLog(kafka), new KafkaTaskLog(kafka)];
    const logs = [appending, fetching, asking];
    const physical = (topic: string) => physicalTopic(topic, namespace);
    try {
      const shape = await check({ topology, fingerprint, namespace, kafka, log: asking });
      await makeInternalTopics(kafka, shape.internal, { namespace, replication: env === 'production' ? 3 : 1 });
      const schemas = openSchemas({ registryUrl: registry.url, namespace });
      await schemas.register(saidBy(topology));
      const sender = new Sender(kafkaLog({ ...access, clientId: `ride-${service}-${topology.name}`, logger: log }));
      const sealing = new Sealing(service, namespace, schemas);
      const send = (outputs: readonly Output[]) => sender.send(outputs.map((output) => sealing.seal(output)));
      const disk = folder === undefined ? undefined : await Disk.open(join(folder, topology.name));
      const group = new KafkaGroup(kafka, physical(topology.name));
      const held: { running?: Running } = {};
      const tasks = new Tasks({
        ...{
          app: topology.name,
          shape,
          fingerprint,
          physical,
          schemas,
          disk,
          sealing,
          send,
          group,
          unitOfWork,
          logger: log,
        },
        ...{ appending, restoring: asking, namespace },
        owner: () => held.running!.#owner,
        isCertain: () => held.running!.membership.isCertain,
        onRoom: () => held.running!.parts.fetcher.wake(),
      });
      const fetcher = new Fetcher({
        log: fetching,
        wanted: () => tasks.wanted(),
        heard: (fetched) => tasks.heard(fetched),
        onError: (error) => {
          log.warn({ err: error }, 'fetching failed');
          if (error instanceof TaskLogError && error.code === 'out_of_range') tasks.reopen();
        },
      });
      const running = new Running(shape, {
        ...{ tasks, fetcher, sender, group, logs, disk, logger: log, fingerprint, physical, address },
      });
      held.running = running;
      running.#start();
      return running;
    } catch (error) {
      await Promise.all(logs.map((one) => one.close()));
      throw error;
    }
  }

  health(): Health {
    return { isMember: this.membership.isMember, owner: this.#owner, tasks: this.parts.tasks.health() };
  }

  read(store: string, key: string): Found {
    const { tasks } = this.parts;
    const sub = this.shape.subTopologies.find(({ nodes }) => nodes.some(({ id }) => id === store));
    if (!sub) throw new Error(`there is no store ${store}`);
    const task = `${sub.index}_${partitionOf(Buffer.from(key), sub.partitions)}`;
    const here = tasks.read(task, store, key);
    if (here) return { is: 'here', value: here.value };
    const member = this.#assigned.members.find((one) => one.tasks.includes(task));
    if (!member || member.owner === this.#owner) return { is: 'moving' };
    return { is: 'elsewhere', owner: member.owner, address: member.address };
  }

  async stop(): Promise<void> {
    const { fetcher, tasks, sender, group, logs, disk } = this.parts;
    clearInterval(this.#tick);
    await fetcher.stop();
    await tasks.stop();
    await this.membership.stop();
    await sender.close();
    await Promise.all([group.close(), ...logs.map((log) => log.close())]);
    await disk?.close();
  }

  #start(): void {
    this.parts.fetcher.start();
    this.membership.start();
    this.#tick = setInterval(() => this.parts.tasks.tick(), TICK_MS);
  }
}

function saidBy({ nodes }: Topology): readonly AnyFactType[] {
  return [
    ...new Set(
      nodes.flatMap((node) => (node.is === 'say' ? [node.fact] : node.is === 'aggregate' ? [node.lateFact] : [])),
    ),
  ];
}
