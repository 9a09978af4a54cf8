import type { Pool } from 'pg';

/** Records of one partition that are about to be heard. */
export interface Beginning {
  readonly topic: string;
  readonly partition: number;
  readonly first: string;
  readonly last: string;
}

/** How often records were begun and never ended, this time included, and up to which offset they reached. */
export interface Begun {
  readonly times: number;
  readonly last: string;
}

/** So often begun, they are heard one by one. */
export const CAREFUL_AT = 3;

interface Row {
  readonly topic: string;
  readonly partition: number;
  readonly last: string;
  readonly times: number;
}
interface Waiting {
  readonly beginning: Beginning;
  readonly done: (begun: Begun) => void;
  readonly failed: (error: unknown) => void;
}

/** Writes down, each time in a transaction of its own, what a consumer begins: a process that dies leaves it behind. */
export class BegunBatches {
  #waiting: Waiting[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly consumer: string,
  ) {}

  /** Those of one turn of the event loop are written in one statement. */
  begin(beginning: Beginning): Promise<Begun> {
    return new Promise((done, failed) => {
      this.#waiting.push({ beginning, done, failed });
      if (this.#waiting.length === 1) setImmediate(() => void this.#write());
    });
  }

  /** They have ended, whatever came of them: the process has not died. */
  async end({ topic, partition, first }: Beginning): Promise<void> {
    await this.pool.query({
      name: 'batch ended',
      text: 'DELETE FROM begun_batch WHERE consumer = $1 AND topic = $2 AND partition = $3 AND first_offset <= $4::bigint',
      values: [this.consumer, topic, partition, first],
    });
  }

  /** Of a begun batch, this record is heard alone now; returns how often it was, this time included. */
  async beginAlone({ topic, partition }: Beginning, offset: string): Promise<number> {
    const { rows } = await this.pool.query<{ times: number }>({
      name: 'record begun',
      text: `UPDATE begun_batch SET alone_times = CASE alone_offset WHEN $4::bigint THEN alone_times ELSE 0 END + 1, alone_offset = $4::bigint
             WHERE consumer = $1 AND topic = $2 AND partition = $3 RETURNING alone_times AS times`,
      values: [this.consumer, topic, partition, offset],
    });
    return rows[0]?.times ?? 1;
  }

  /** It was not heard after all, and the process lives: that time doesn't count. */
  async takeBack({ topic, partition }: Beginning, offset: string): Promise<void> {
    await this.pool.query({
      name: 'record taken back',
      text: `UPDATE begun_batch SET alone_times = alone_times - 1
             WHERE consumer = $1 AND topic = $2 AND partition = $3 AND alone_offset = $4::bigint`,
      values: [this.consumer, topic, partition, offset],
    });
  }

  async #write(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    const keyOf = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;
    try {
      const beginnings = all.map(({ beginning }) => beginning);
      const { rows } = await this.pool.query<Row>({
        name: 'batches begun',
        text: BEGIN,
        values: [
          this.consumer,
          beginnings.map(({ topic }) => topic),
          beginnings.map(({ partition }) => partition),
          beginnings.map(({ first }) => first),
          beginnings.map(({ last }) => last),
        ],
      });
      const begun = new Map(rows.map((row) => [keyOf(row), row]));
      for (const { beginning, done } of all) done(begun.get(keyOf(beginning))!);
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
  }
}

/** Those that are heard one by one stay so up to their last, wherever among them the process died. */
const AGAIN = `(excluded.first_offset = b.first_offset
  OR b.times >= ${CAREFUL_AT} AND excluded.first_offset BETWEEN b.first_offset AND b.last_offset)`;
const BEGIN = `
INSERT INTO begun_batch AS b (consumer, topic, partition, first_offset, last_offset, times)
SELECT $1, t, p, f, l, 1 FROM unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[]) AS u(t, p, f, l) ORDER BY t, p
ON CONFLICT (consumer, topic, partition) DO UPDATE SET
  times = CASE WHEN ${AGAIN} THEN b.times + 1 ELSE 1 END,
  last_offset = CASE WHEN ${AGAIN} THEN greatest(b.last_offset, excluded.last_offset) ELSE excluded.last_offset END,
  first_offset = CASE WHEN ${AGAIN} THEN b.first_offset ELSE excluded.first_offset END,
  alone_times = CASE WHEN ${AGAIN} THEN b.alone_times ELSE 0 END
RETURNING topic, partition, last_offset::text AS last, times`;
