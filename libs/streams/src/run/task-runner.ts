import type { Fetched, Wanted } from '../log/port.js';
import { TaskLost, type Restored, type TaskStore } from '../store/store.js';
import type { Failure } from '../task/lost.js';
import type { Output } from '../task/record.js';
import type { Task } from '../task/task.js';
import { Inbox } from './inbox.js';
import { letterOf, letterOfLost, type Letter } from './letters.js';
import type { Read, Reading } from './reading.js';

export interface RunnerOptions {
  readonly app: string;
  readonly task: Task;
  readonly store: TaskStore;
  readonly reading: Reading;
  /** From the logical to the physical name. */
  readonly physical: (topic: string) => string;
  /** Where an input begins, and the offset that its next record gets, asked now. */
  readonly range: (topic: string, partition: number) => Promise<{ readonly begin: number; readonly end: number }>;
  /** The owner has been taken for a member of the group lately enough. */
  readonly isOwner: () => boolean;
  /** Undefined for what can be encoded. */
  readonly whyNot: (output: Output) => Failure | undefined;
  /** Resolves when the copies of what could not be used are acknowledged: no position passes them before. */
  readonly bury: (letters: readonly Letter[]) => Promise<void>;
  readonly onSkipped: (task: Task, topic: string, from: number, to: number) => void;
  /** Something may be fetched again. */
  readonly onRoom: () => void;
  readonly onDead: (runner: TaskRunner, error: unknown) => void;
  /** Records in one commit, and outputs; default 2,000. */
  readonly most?: number | undefined;
  readonly monotonic?: () => number;
}

/** Records and outputs in one commit, which is one record batch: with more, the rest goes with the next one. */
const MOST = 2_000;
/** A position that has moved without anything else is committed after so long. */
const POSITION_MS = 1_000;
/** A broker of which nothing is heard for so long is away; fetches are answered ten times a second. */
const AWAY_MS = 3_000;

/** One task that is running: one thing after the other, and whatever goes wrong is its end. */
export class TaskRunner {
  readonly task: Task;
  readonly inbox = new Inbox();
  restored: Restored | undefined;
  lost: TaskLost | undefined;
  /** The next offsets of its inputs, as they were committed last. */
  committed: Readonly<Record<string, number>> = {};
  #state: 'opening' | 'running' | 'dead' = 'opening';
  #queue: Promise<void> = Promise.resolve();
  #isWoken = false;
  #quietSince = 0;
  /** When a fetch was answered last. */
  #heardAt = 0;
  #uncommitted = 0;
  #uncommittedSince = 0;
  /** When it died, by the monotonic clock. */
  diedAt = Number.POSITIVE_INFINITY;
  readonly most: number;
  #letters: Letter[] = [];
  readonly #ends = new Map<string, number>();
  readonly #now: () => number;

  constructor(private readonly options: RunnerOptions) {
    this.task = options.task;
    this.most = options.most ?? MOST;
    this.#now = options.monotonic ?? (() => performance.now());
  }

  get state(): 'opening' | 'running' | 'dead' {
    return this.#state;
  }

  get progress(): TaskStore['progress'] {
    return this.options.store.progress;
  }

  /** By topic: records that have not been committed, as of the last fetch. */
  get lag(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#ends].map(([topic, end]) => [topic, end - (this.committed[topic] ?? 0)]));
  }

  open(): void {
    this.#serially(async () => {
      const { task, store } = this.options;
      this.restored = await store.open((delta) => task.state.restore(delta));
      task.restore([], this.restored.position);
      this.committed = { ...task.position.inputs };
      await this.#findInputs();
      this.#quietSince = this.#heardAt = this.#now();
      if (this.#state === 'opening') this.#state = 'running';
      this.options.onRoom();
    });
  }

  /** What the next fetch should bring; by physical names. */
  wanted(): readonly Wanted[] {
    if (this.#state !== 'running') return [];
    const { task, physical } = this.options;
    return task
      .wants()
      .filter((topic) => this.inbox.hasRoom(topic))
      .map((topic) => ({
        topic: physical(topic),
        partition: task.partition,
        offset: this.inbox.next(topic) ?? task.next(topic),
      }));
  }

  /** What a fetch has brought; resolves when it is in its inbox. */
  async heard(topic: string, fetched: Fetched): Promise<void> {
    this.#ends.set(topic, fetched.end);
    const now = this.#now();
    if (now - this.#heardAt > AWAY_MS) this.#quietSince = now;
    this.#heardAt = now;
    if (this.#state !== 'running' || fetched.records.length === 0) return;
    const at = this.inbox.next(topic) ?? this.task.next(topic);
    if (fetched.offset !== at) return;
    this.inbox.add(topic, await this.options.reading.read(topic, fetched));
    this.#wake();
  }

  /** Called now and then: idle closing, positions that have moved alone, and what keeps an owner an owner. */
  tick(): void {
    if (this.#state !== 'running') return;
    this.#serially(async () => {
      if (this.#uncommitted > 0 && this.#now() - this.#uncommittedSince >= POSITION_MS) await this.#commit();
      if (this.task.mayInherit && (this.task.close(this.most) || this.task.hasChanges)) await this.#commit(true);
      await this.#closeIdle();
      this.#mustOwn();
      await this.options.store.keepAlive(this.task.position);
    });
  }

  /** Ends after what it is at; nothing is kept of what has not been committed. */
  async stop(): Promise<void> {
    if (this.#state === 'running' && this.#uncommitted > 0) this.#serially(() => this.#commit());
    this.#serially(() => {
      this.#state = 'dead';
      return Promise.resolve();
    });
    await this.#queue;
    await this.options.store.close();
  }

  /** It is somebody else's now. */
  kill(): void {
    this.#state = 'dead';
    void this.options.store.close();
  }

  #wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    this.#serially(async () => {
      this.#isWoken = false;
      while (this.#state === 'running' && this.inbox.size > 0) await this.#some();
    });
  }

  async #some(): Promise<void> {
    const { task, onRoom } = this.options;
    const topics = task.wants();
    for (let n = 0; n < this.most && task.outputs < this.most; n += 1) {
      const taken = this.inbox.take(n === 0 ? topics : task.wants());
      if (!taken) break;
      const { topic, read } = taken;
      const failure = read.record ? task.process(read.record) : unread(task, topic, read);
      if (failure) this.#letters.push(letterOf(topic, task.partition, read, failure));
      if (this.#uncommitted === 0) this.#uncommittedSince = this.#now();
      this.#uncommitted += 1;
    }
    this.#quietSince = this.#now();
    onRoom();
    const isMore = task.close(this.most);
    if (isMore || task.hasChanges || this.#uncommitted >= this.most) await this.#commit(isMore);
  }

  async #commit(isMore = false): Promise<void> {
    const { task, app, whyNot, bury, store } = this.options;
    for (let more = isMore; ; more = task.close(this.most)) {
      this.#mustOwn();
      const commit = task.take(whyNot);
      this.#letters.push(...task.takeLost().map((lost) => letterOfLost(app, task, lost)));
      if (this.#letters.length > 0) await bury(this.#letters.splice(0));
      await store.commit(commit);
      this.committed = commit.position.inputs;
      if (!more) break;
    }
    this.#uncommitted = 0;
  }

  async #closeIdle(): Promise<void> {
    const { task } = this.options;
    const after = task.idleAfter;
    if (after === null || !this.#isQuiet(after)) return;
    if (!(await this.#nothingWaits())) return;
    // The answer may have taken long.
    if (!this.#isQuiet(after)) return;
    task.closeIdle();
    await this.#commit(task.close(this.most));
  }

  /** A broker that did not answer for a while has not said that nothing came: quiet begins when it answers again. */
  #isQuiet(after: number): boolean {
    const now = this.#now();
    return this.inbox.size === 0 && now - this.#quietSince > after && now - this.#heardAt <= AWAY_MS;
  }

  /** Asked of the broker now: one that is out of reach proves nothing. */
  async #nothingWaits(): Promise<boolean> {
    const { task, range } = this.options;
    const ends = await Promise.all(
      task.wants().map((topic) =>
        range(topic, task.partition).then(
          ({ end }) => end <= task.next(topic),
          () => false,
        ),
      ),
    );
    return ends.every(Boolean) && this.inbox.size === 0;
  }

  /** Where inputs begin and snapshots end; nothing is skipped in silence. */
  async #findInputs(): Promise<void> {
    const { task, range, onSkipped } = this.options;
    for (const { topic, role } of task.inputs) {
      const { begin, end } = await range(topic, task.partition);
      const next = task.next(topic);
      if (next > end)
        throw new TaskLost(
          'foreign_write',
          `${topic}/${task.partition} ends at ${end}, but was read up to ${next}: it is another topic of that name`,
        );
      if (next < begin) {
        if (next > 0) onSkipped(task, topic, next, begin);
        task.skipTo(topic, begin);
      }
      if (role === 'snapshot') task.snapshotEnds(topic, end);
    }
  }

  #mustOwn(): void {
    if (this.#state === 'dead' || !this.options.isOwner())
      throw new TaskLost('fenced', 'not confirmed as a member of the group for too long');
  }

  #serially(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      if (this.#state === 'dead') return;
      try {
        await work();
      } catch (error) {
        this.#die(error);
      }
    });
  }

  #die(error: unknown): void {
    const wasDead = this.#state === 'dead';
    this.kill();
    this.inbox.clear();
    if (wasDead) return;
    this.diedAt = this.#now();
    this.lost = error instanceof TaskLost ? error : new TaskLost('unavailable', String(error), { cause: error });
    this.options.onDead(this, error);
  }
}

function unread(task: Task, topic: string, { offset, error }: Read): Failure {
  task.skipUnusable(topic, offset);
  return { node: topic, error };
}
