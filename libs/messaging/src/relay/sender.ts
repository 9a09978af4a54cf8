import { crashPoints } from '../crash-points.js';
import type { CarefulProducer } from '../log/careful-producer.js';
import { LogError } from '../log/port.js';
import { keyOf, letterOf, type Letter, type OutboxRow } from './outbox-row.js';
import { partitionNameOf, sendsOf } from './sends.js';
import type { Topics } from './topics.js';

/** What becomes of the rows of one round. */
export interface Round {
  /** Called when the rows are in the log. */
  acknowledged(rows: readonly OutboxRow[]): void | Promise<void>;
  /** Puts a row aside that the broker will never take; its key waits from then on. */
  refuse(row: OutboxRow, reason: string): Promise<void>;
  /** Throws when this process may not send these buckets any more. */
  check(): void;
}

/** Sends rows in their order, and finds the one row of a send that the broker refuses. */
export class Sender {
  constructor(
    private readonly producer: CarefulProducer,
    private readonly topics: Topics,
  ) {}

  /**
   * Rejects with a LogError when the broker is out of reach: what was acknowledged until then has been reported. Rows of
   * a topic that does not exist are left out.
   */
  async send(rows: readonly OutboxRow[], round: Round): Promise<void> {
    const waiting = new Set<string>();
    const letters: Letter[] = [];
    for (const row of rows) {
      const letter = await this.#address(row, round, waiting);
      if (letter !== null) letters.push(letter);
    }
    for (const send of sendsOf(letters)) await this.#sendOrTakeApart(send, round, waiting);
  }

  async #address(row: OutboxRow, round: Round, waiting: Set<string>): Promise<Letter | null> {
    const topic = this.topics.physical(row.topic);
    const known = this.topics.partitions(topic);
    const partitions = typeof known === 'number' ? known : await known;
    if (partitions === null || waiting.has(keyOf(row))) return null;
    try {
      return letterOf(row, topic, this.topics.place(row.key, partitions));
    } catch (error) {
      await round.refuse(row, String(error));
      waiting.add(keyOf(row));
      return null;
    }
  }

  async #sendOrTakeApart(all: readonly Letter[], round: Round, waiting: Set<string>): Promise<void> {
    const letters = waiting.size === 0 ? all : all.filter(({ row }) => !waiting.has(keyOf(row)));
    const [first, ...others] = letters;
    if (first === undefined) return;
    await crashPoints.reached?.('relay: before send');
    round.check();
    try {
      await this.producer.send(letters.map(({ record }) => record));
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== 'record_refused') throw error;
      if (others.length > 0) {
        // Nothing says which one it was, and records for other partitions may have been taken: they are sent again.
        for (const part of partsOf(letters)) await this.#sendOrTakeApart(part, round, waiting);
      } else {
        await round.refuse(first.row, error.message);
        waiting.add(keyOf(first.row));
      }
      return;
    }
    await round.acknowledged(letters.map(({ row }) => row));
  }
}

const partsOf = (letters: readonly Letter[]): readonly (readonly Letter[])[] => {
  const partitions = Map.groupBy(letters, partitionNameOf);
  if (partitions.size > 1) return [...partitions.values()];
  const middle = letters.length >> 1;
  return [letters.slice(0, middle), letters.slice(middle)];
};
