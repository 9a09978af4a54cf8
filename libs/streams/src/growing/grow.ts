import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { physicalTopic } from '@ride/events';
import { deleteTopics, findTopics, makeTopics, membersOf, type TopicFound } from '../log/admin.js';
import { connect, type Kafka } from '../log/connect.js';
import { KafkaTaskLog } from '../log/kafka-task-log.js';
import { makeInternalTopics } from '../run/internal-topics.js';
import type { Topology } from '../topology/node.js';
import { TopologyRefused } from '../topology/refused.js';
import { shapeOf, type Shape } from '../topology/shape.js';
import { growthOf, grownTopology, type Growth } from './grown.js';
import { Ledger, ledgerTopic, type Growing } from './ledger.js';
import { plan } from './plan-text.js';
import { Progress } from './progress.js';

export interface GrowOptions {
  readonly partitions: number;
  /** Without it the plan is told, and nothing is done. */
  readonly yes: boolean;
  /** The producers write to the next versions. */
  readonly switched: boolean;
  readonly undo: boolean;
  readonly say: (line: string) => void;
}

const ASK_MS = 500;
/** Producers that have switched write nothing to the old topics for so long. */
const STEADY_MS = 2_000;
const COPIED = ['cleanup.policy', 'retention.ms', 'message.timestamp.type', 'max.message.bytes', 'min.insync.replicas'];

/** Growing of an application, as far as it can go now: whoever repeats it goes on where it is. */
export class Grow {
  readonly #kafka: Kafka;
  readonly #log: KafkaTaskLog;
  readonly #ledger: Ledger;
  readonly #growth: Growth;
  readonly #namespace = settings().namespace;

  constructor(
    private readonly topology: Topology,
    private readonly options: GrowOptions,
  ) {
    this.#growth = growthOf(topology, options.partitions);
    this.#kafka = connect(settings().kafka, `ride-grow-${topology.name}`);
    this.#log = new KafkaTaskLog(this.#kafka);
    this.#ledger = new Ledger(this.#log, this.#physical(ledgerTopic(topology.name)));
  }

  /** Throws TopologyRefused when it can't be. */
  async run(): Promise<void> {
    try {
      await this.#run();
    } finally {
      await this.#log.close();
    }
  }

  async #run(): Promise<void> {
    const { say, yes, undo } = this.options;
    const found = await this.#found();
    const before = await this.#ledger.heard(0);
    const phase = before?.phase ?? 'undone';
    if (before && phase !== 'undone' && before.growth.partitions !== this.#growth.partitions)
      throw this.#refused(`it grows to ${before.growth.partitions} partitions already: undo that first, or finish it.`);
    const old = shapeOf(this.topology, ({ topic }) => found.get(this.#physical(topic.name))!.partitions);
    this.#mustBeMore(old);
    say(plan(this.topology, this.#growth, old, phase));
    if (!yes) return say('Nothing has been done: add --yes.');
    if (undo) return this.#undo(before, old);
    if (phase === 'done') return say(`${this.#growth.to} has taken over. There is nothing left to do.`);
    await this.#prepare(found, old, before);
    if (this.options.switched) await this.#handOver(old);
  }

  async #prepare(found: ReadonlyMap<string, TopicFound>, old: Shape, before: Growing | undefined): Promise<void> {
    const { say } = this.options;
    const { topics, partitions, to } = this.#growth;
    const replication = settings().env === 'production' ? 3 : 1;
    const made = Object.entries(topics).map(([from, next]) => {
      const { config } = found.get(this.#physical(from))!;
      const kept = COPIED.flatMap((name) => (config[name] === undefined ? [] : [[name, config[name]] as const]));
      return { name: this.#physical(next), partitions, replication, config: Object.fromEntries(kept) };
    });
    const there = await findTopics(
      this.#kafka,
      made.map(({ name }) => name),
    );
    await makeTopics(
      this.#kafka,
      made.filter(({ name }) => !there.has(name)),
    );
    await makeInternalTopics(this.#kafka, this.#nextShape(old).internal, { namespace: this.#namespace, replication });
    if (before?.phase !== 'muted') await this.#write('muted', {});
    say(`${to} reads what ${this.topology.name} reads, and says nothing yet.`);
    await this.#caughtUp(old);
    if (!this.options.switched)
      say(
        `${to} is where ${this.topology.name} is. Now let the producers write to ${Object.values(topics).join(', ')}, and then: the same command with --switched.`,
      );
  }

  /** Until both have read all, and what the old one has come to is told to its heir. */
  async #caughtUp(old: Shape): Promise<void> {
    const { say } = this.options;
    const [parent, heir] = this.#both(old);
    try {
      for (let last = ''; ;) {
        const lags = [await parent.lag(), await heir.lag()] as const;
        await this.#write('muted', await parent.times());
        const line = `records to be read: ${lags[0]} by ${this.topology.name}, ${lags[1]} by ${this.#growth.to}`;
        if (line !== last) say(line);
        last = line;
        // Under load there is always something on its way.
        if (lags[1] <= Math.max(lags[0], 0) + NEAR) return;
        await sleep(ASK_MS);
      }
    } finally {
      await Promise.all([parent.close(), heir.close()]);
    }
  }

  async #handOver(old: Shape): Promise<void> {
    const { say } = this.options;
    const [parent, heir] = this.#both(old);
    try {
      let ends = '';
      let since = performance.now();
      for (;;) {
        const now = JSON.stringify(await this.#ends(old));
        if (now !== ends) [ends, since] = [now, performance.now()];
        const [left, right] = [await parent.lag(), await heir.lag()];
        const isSteady = performance.now() - since >= STEADY_MS;
        if (isSteady && left === 0 && right === 0) break;
        say(
          isSteady
            ? `records to be read: ${left} by ${this.topology.name}, ${right} by ${this.#growth.to}`
            : `${Object.keys(this.#growth.topics).join(', ')}: something was written less than ${STEADY_MS / 1_000} s ago`,
        );
        await sleep(ASK_MS);
      }
      await this.#write('done', await parent.times());
      say(
        `${this.topology.name} has said its last. ${this.#growth.to} goes on, and reads ${Object.values(this.#growth.topics).join(', ')}.`,
      );
    } finally {
      await Promise.all([parent.close(), heir.close()]);
    }
  }

  async #undo(before: Growing | undefined, old: Shape): Promise<void> {
    const { say } = this.options;
    if (before?.phase === 'done')
      throw this.#refused(
        `${this.#growth.to} has taken over, and ${this.topology.name} does not know what it has heard.`,
      );
    const next = Object.values(this.#growth.topics).map((topic) => this.#physical(topic));
    const there = await findTopics(this.#kafka, next);
    for (const [topic, { partitions }] of there)
      for (let partition = 0; partition < partitions; partition += 1)
        if ((await this.#log.range(topic, partition)).end > 0)
          throw this.#refused(
            `${topic} has been written to, and only ${this.#growth.to} reads it: finish it with --switched.`,
          );
    await this.#write('undone', {});
    const group = this.#physical(this.#growth.to);
    for (let left = -1; left !== 0;) {
      const members = await membersOf(this.#kafka, group);
      if (members > 0 && members !== left) say(`${members} processes still run ${this.#growth.to}`);
      left = members;
      if (left > 0) await sleep(ASK_MS);
    }
    const internal = this.#nextShape(old).internal.map(({ topic }) => this.#physical(topic));
    await deleteTopics(this.#kafka, [...next, ...internal], [group]);
    say(`Undone: ${this.topology.name} is as before, and what ${this.#growth.to} had is deleted.`);
  }

  #both(old: Shape): readonly [Progress, Progress] {
    const next = Object.values(this.#growth.topics);
    return [
      new Progress(this.#kafka, this.#log, old),
      new Progress(this.#kafka, this.#log, this.#nextShape(old), next),
    ];
  }

  #nextShape(old: Shape): Shape {
    const counts = new Map(old.subTopologies.flatMap(({ inputs }) => inputs.map((one) => [one.topic, one.partitions])));
    return shapeOf(grownTopology(this.topology, this.#growth), ({ topic }) => counts.get(topic.name)!);
  }

  async #ends(old: Shape): Promise<readonly number[]> {
    const topics = old.subTopologies.flatMap(({ inputs }) => inputs.filter(({ isRepartition }) => !isRepartition));
    const asked = topics.flatMap(({ topic, partitions }) =>
      Array.from({ length: partitions }, (_, partition) => this.#log.range(this.#physical(topic), partition)),
    );
    return (await Promise.all(asked)).map(({ end }) => end);
  }

  async #write(phase: Growing['phase'], times: Growing['times']): Promise<void> {
    const aggregates = this.topology.nodes.filter((node) => node.is === 'aggregate');
    const graces = Object.fromEntries(aggregates.map(({ id, grace }) => [id, grace]));
    await this.#ledger.write({ growth: this.#growth, phase, times, graces });
  }

  async #found(): Promise<ReadonlyMap<string, TopicFound>> {
    const names = [...Object.keys(this.#growth.topics), ledgerTopic(this.topology.name)].map((one) =>
      this.#physical(one),
    );
    const found = await findTopics(this.#kafka, names);
    const missing = names.find((name) => !found.has(name));
    if (missing !== undefined)
      throw new TopologyRefused(
        'topic_missing',
        `${missing} does not exist: start the service that runs ${this.topology.name} first.`,
      );
    return found;
  }

  #mustBeMore({ subTopologies }: Shape): void {
    const most = Math.max(...subTopologies.map(({ partitions }) => partitions));
    if (this.#growth.partitions <= most) throw this.#refused(`it has ${most} partitions; ask for more of them.`);
  }

  #refused(why: string): TopologyRefused {
    return new TopologyRefused('grow_refused', `${this.topology.name} can't do that: ${why}`);
  }

  #physical(name: string): string {
    return physicalTopic(name, this.#namespace);
  }
}

/** So many records behind is as near as one comes while they flow. */
const NEAR = 1_000;
