import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { physicalTopic } from '@ride/events';
import { logger } from '@ride/observability';
import { findTopics, makeTopics } from '../log/admin.js';
import { connect } from '../log/connect.js';
import { KafkaTaskLog } from '../log/kafka-task-log.js';
import { Running, type StartOptions } from '../run/running.js';
import type { Topology } from '../topology/node.js';
import { grownTopology } from './grown.js';
import { Heir, Parent } from './heirs.js';
import { Ledger, ledgerTopic, type Growing } from './ledger.js';

const ASK_MS = 500;

/** One instance of an application, and of the larger one that it grows into: what runs is what its ledger says. */
export class Following {
  readonly #stop = new AbortController();
  readonly #parent = new Parent();
  #old: Running | undefined;
  #heir: Heir | undefined;
  #next: Running | undefined;
  #running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly topology: Topology,
    private readonly options: StartOptions,
    private readonly log: KafkaTaskLog,
    private readonly ledger: Ledger,
  ) {}

  /** Throws TopologyRefused when what stands in Kafka does not fit. */
  static async start(topology: Topology, options: StartOptions): Promise<Following> {
    const { kafka: access, namespace, env } = settings();
    const kafka = connect(access, `ride-${options.service}-${topology.name}`);
    const name = physicalTopic(ledgerTopic(topology.name), namespace);
    if (!(await findTopics(kafka, [name])).has(name))
      await makeTopics(kafka, [
        { name, partitions: 1, replication: env === 'production' ? 3 : 1, config: { 'cleanup.policy': 'compact' } },
      ]);
    const log = new KafkaTaskLog(kafka);
    const following = new Following(topology, options, log, new Ledger(log, name));
    try {
      await following.#obey(await following.ledger.heard(0));
    } catch (error) {
      await following.stop();
      throw error;
    }
    following.#running = following.#follow();
    return following;
  }

  /** The one that says what is said. */
  get speaking(): Running {
    const running = this.#heir && !this.#heir.isMuted ? this.#next : this.#old;
    if (!running) throw new Error(`${this.topology.name} is just growing: ask again`);
    return running;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await Promise.all([this.#old?.stop(), this.#next?.stop()]);
    await this.log.close();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const log = this.options.logger ?? logger(this.options.service);
    while (!signal.aborted)
      try {
        const heard = await this.ledger.heard(ASK_MS);
        if (heard) await this.#obey(heard);
      } catch (error) {
        log.warn({ err: error, app: this.topology.name }, 'its growth could not be followed just now');
        await sleep(ASK_MS, undefined, { signal }).catch(() => undefined);
      }
  }

  async #obey(growing: Growing | undefined): Promise<void> {
    const { topology, options } = this;
    const phase = growing?.phase ?? 'undone';
    this.#parent.mayCloseIdle = phase === 'undone';
    if (phase === 'done') {
      await this.#old?.stop();
      this.#old = undefined;
    } else this.#old ??= await Running.start(topology, { ...options, inherited: this.#parent });
    if (!growing || phase === 'undone') {
      await this.#next?.stop();
      this.#next = this.#heir = undefined;
      return;
    }
    this.#heir ??= new Heir(growing);
    // What it knows goes on while its tasks run: from now on it may speak.
    this.#heir.growing = growing;
    this.#next ??= await Running.start(grownTopology(topology, growing.growth), { ...options, inherited: this.#heir });
  }
}
