import { setTimeout as sleep } from 'node:timers/promises';
import { GroupError, type GroupOffset, type Joined, type KafkaGroup } from '../log/group.js';
import { assign, type Member } from './assignment.js';

const HEARTBEAT_MS = 1_000;
const RETRY_MS = 300;
/** An owner that has not been confirmed for so long may have been replaced long ago: it must not append. */
const CERTAIN_MS = 60_000;

/** Who has which task, as the leader has said it to all. */
export interface Assigned {
  readonly tasks: readonly string[];
  readonly members: readonly { readonly owner: string; readonly address?: string; readonly tasks: readonly string[] }[];
}

export interface MembershipOptions {
  readonly group: KafkaGroup;
  /** Physical names, for tools that show groups. */
  readonly topics: readonly string[];
  readonly tasks: readonly string[];
  readonly about: () => Omit<Member, 'id'>;
  /** Which partitions a task reads, for tools. */
  readonly reads: (task: string) => readonly { readonly topic: string; readonly partition: number }[];
  readonly onAssigned: (assigned: Assigned) => void;
  /** The group, asked at this time of the monotonic clock, has taken it for a member. */
  readonly onConfirmed: (askedAt: number) => void;
  readonly offsets: () => readonly GroupOffset[];
  readonly onError: (error: unknown) => void;
}

/** Keeps a process a member of its application's group. */
export class Membership {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #joined: Joined | null = null;
  #confirmedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: MembershipOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  get isMember(): boolean {
    return this.#joined !== null;
  }

  /** When the group was last asked with success, by the monotonic clock. */
  get confirmedAt(): number {
    return this.#confirmedAt;
  }

  get isCertain(): boolean {
    return performance.now() - this.#confirmedAt < CERTAIN_MS;
  }

  /** Leaves at once; `offsets` are committed before. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    const joined = this.#joined;
    if (!joined) return;
    await this.options.group.commit(joined, this.options.offsets()).catch(() => undefined);
    await this.options.group.leave(joined).catch(() => undefined);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    let memberId = '';
    while (!signal.aborted) {
      try {
        this.#joined = await this.#join(memberId);
        memberId = this.#joined.memberId;
        await this.#beat(this.#joined);
      } catch (error) {
        const code = error instanceof GroupError ? error.code : 'unavailable';
        if (code === 'expelled') memberId = '';
        if (code === 'rejoin') continue;
        this.#joined = null;
        this.options.onError(error);
        await this.#sleep(RETRY_MS);
      }
    }
  }

  async #join(memberId: string): Promise<Joined> {
    const { group, topics, about, onAssigned } = this.options;
    const joined = await group.join(memberId, topics, about());
    const askedAt = performance.now();
    const assigned = (await group.sync(joined, this.#assignments(joined))) as Assigned;
    this.#confirmed(askedAt);
    onAssigned(assigned);
    return joined;
  }

  #assignments({ members: all }: Joined) {
    const members = all.map(({ id, about }): Member => ({ ...(about as Omit<Member, 'id'>), id }));
    if (members.length === 0) return new Map();
    const assigned = assign(this.options.tasks, members);
    const everybody = members.map(({ id, owner, address }) => ({ owner, address, tasks: assigned.get(id)! }));
    return new Map(
      [...assigned].map(([id, tasks]) => [
        id,
        { topics: this.#partitionsOf(tasks), about: { tasks, members: everybody } },
      ]),
    );
  }

  #partitionsOf(tasks: readonly string[]): Record<string, number[]> {
    const topics: Record<string, number[]> = {};
    for (const { topic, partition } of tasks.flatMap(this.options.reads)) (topics[topic] ??= []).push(partition);
    return topics;
  }

  /** Until something is wrong. */
  async #beat(joined: Joined): Promise<void> {
    const { group, offsets } = this.options;
    while (!this.#stop.signal.aborted) {
      await this.#sleep(HEARTBEAT_MS);
      if (this.#stop.signal.aborted) return;
      const askedAt = performance.now();
      await group.heartbeat(joined);
      this.#confirmed(askedAt);
      await group.commit(joined, offsets());
    }
  }

  #confirmed(askedAt: number): void {
    this.#confirmedAt = askedAt;
    this.options.onConfirmed(askedAt);
  }

  async #sleep(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, this.#stop).catch(() => undefined);
  }
}
