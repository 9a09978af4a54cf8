import { randomUUID } from 'node:crypto';
import type { Cause, Tx, UnitOfWork } from '@ride/messaging';
import { entryKey, entryOf } from '../../task/entry-bytes.js';
import type { Delta } from '../../task/entry.js';
import type { Position } from '../../task/position.js';
import type { Commit } from '../../task/task.js';
import { ANOTHER_NAME } from '../local/restore.js';
import { TaskLost, type Restored, type TaskStore } from '../store.js';
import { StreamKeyRow, StreamPositionRow, StreamStateRow } from './rows.js';

export interface PostgresStoreOptions {
  readonly unitOfWork: UnitOfWork;
  readonly app: string;
  /** Of the task. */
  readonly task: string;
  readonly fingerprint: string;
}

/** State, position and outputs in one transaction of the service's database. */
export class PostgresStore implements TaskStore {
  readonly progress = { done: 0, of: 0 };
  readonly #owner = randomUUID();
  readonly #id: string;
  #commits = 0;
  #isDead = false;

  constructor(private readonly options: PostgresStoreOptions) {
    this.#id = `${options.app} ${options.task}`;
  }

  open(restore: (delta: Delta) => void): Promise<Restored> {
    return this.#orDead(async () => {
      const { unitOfWork } = this.options;
      // From here on whoever was the owner can commit no more.
      const position = await unitOfWork.round(this.#cause(), (tx) => this.#take(tx));
      const rows = await unitOfWork.find<StreamStateRow>(
        'state of a stream task',
        'SELECT id, value FROM stream_state WHERE task = $1',
        [this.#id],
      );
      for (const { id, value } of rows) restore({ ...entryOf(this.#entry(id), null), value });
      this.progress.done = this.progress.of = rows.length;
      return { position, records: rows.length };
    });
  }

  commit({ deltas, outputs, position }: Commit): Promise<void> {
    return this.#orDead(async () => {
      await this.options.unitOfWork.round(this.#cause(), async (tx) => {
        const last = new Map(deltas.map((delta) => [this.#rowId(delta), delta]));
        const said = outputs.filter((output) => output.to === 'log');
        const [row] = await Promise.all([
          tx.load(StreamPositionRow, this.#id),
          ...[...last.keys()].map((id) => tx.load(StreamStateRow, id)),
          ...said.map(({ fact }) => tx.load(StreamKeyRow, fact.key)),
        ]);
        this.#mustOwn(row as StreamPositionRow | undefined);
        for (const [id, { value }] of last)
          if (value === undefined) tx.remove(StreamStateRow, id);
          else tx.save(StreamStateRow, { id, task: this.#id, value });
        tx.save(StreamPositionRow, this.#row(this.#commits + 1, position));
        for (const { fact, because } of said) tx.because(because).publish(fact);
      });
      this.#commits += 1;
    });
  }

  keepAlive(_position: Position): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#isDead = true;
    return Promise.resolve();
  }

  async #take(tx: Tx): Promise<Position | undefined> {
    const { fingerprint } = this.options;
    const row = await tx.load(StreamPositionRow, this.#id);
    if (row && row.commits > 0 && row.fingerprint !== fingerprint)
      throw new TaskLost(
        'topology_changed',
        `stream_position ${this.#id} was written by a topology with the fingerprint ${row.fingerprint}, and this one has ${fingerprint}: ${ANOTHER_NAME}`,
      );
    this.#commits = row?.commits ?? 0;
    tx.save(StreamPositionRow, this.#row(this.#commits, row?.position ?? {}));
    return row && row.commits > 0 ? (row.position as Position) : undefined;
  }

  #mustOwn(row: StreamPositionRow | undefined): void {
    if (row?.owner !== this.#owner || row.commits !== this.#commits)
      throw new TaskLost('fenced', `${this.#id} is ${row?.owner ?? 'nobody'}'s by now`);
  }

  #row(commits: number, position: unknown): StreamPositionRow {
    return { id: this.#id, commits, owner: this.#owner, fingerprint: this.options.fingerprint, position };
  }

  #rowId(delta: Delta): string {
    return `${this.options.app} ${entryKey(delta).toString('base64')}`;
  }

  #entry(rowId: string): Buffer {
    return Buffer.from(rowId.slice(this.options.app.length + 1), 'base64');
  }

  #cause(): Cause {
    const id = randomUUID();
    return { id, correlationId: id };
  }

  async #orDead<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isDead) throw new TaskLost('fenced', 'the task is dead');
    try {
      return await work();
    } catch (error) {
      this.#isDead = true;
      if (error instanceof TaskLost) throw error;
      throw new TaskLost('unavailable', error instanceof Error ? error.message : String(error), { cause: error });
    }
  }
}
