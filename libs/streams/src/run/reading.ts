import { factByCeType, readHeaders, UndecodableFact, type Schemas } from '@ride/events';
import { v5 } from 'uuid';
import type { Fetched, Stored } from '../log/port.js';
import type { Because, Source, StreamRecord } from '../task/record.js';
import type { SubTopology } from '../topology/shape.js';

/** A record as a task takes it, or null when its bytes say nothing. */
export interface Read {
  readonly offset: number;
  readonly stored: Stored;
  /** Why its bytes say nothing. */
  readonly error?: unknown;
  readonly record: StreamRecord | null;
  readonly bytes: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Namespace of the ids that facts without a valid ce_id get. */
const POSITION_IDS = '5f2f7c1e-6a0b-5c53-9a43-3d1d3b6f1c11';
const YEAR_10000 = Date.UTC(10_000, 0);

interface Carried {
  readonly time: number;
  readonly because: Because;
  readonly source: Source;
  readonly value: unknown;
}

/** Makes records of bytes, for one sub-topology. */
export class Reading {
  readonly #repartition: ReadonlySet<string>;
  readonly #heard: ReadonlySet<string>;

  constructor(
    sub: SubTopology,
    private readonly schemas: Schemas,
  ) {
    this.#repartition = new Set(sub.inputs.filter((input) => input.isRepartition).map(({ topic }) => topic));
    const facts = sub.nodes.flatMap((node) =>
      node.is === 'source' ? node.facts : node.is === 'table' ? [...node.facts, ...(node.preload?.from ?? [])] : [],
    );
    this.#heard = new Set(facts.map(({ ceType }) => ceType));
  }

  /** `topic` by its logical name. Rejects when the schema registry can't be asked. */
  async read(topic: string, { partition, records }: Pick<Fetched, 'partition' | 'records'>): Promise<readonly Read[]> {
    if (this.#repartition.has(topic)) return records.map((stored) => this.#carried(topic, partition, stored));
    const heads = records.map((stored) => ({ stored, headers: readHeaders(stored.headers) }));
    const isHeard = (ceType: string | undefined) => ceType !== undefined && this.#heard.has(ceType);
    await this.schemas.prepare(
      heads.flatMap(({ stored, headers }) => (stored.value && isHeard(headers.ceType) ? [stored.value] : [])),
    );
    return heads.map(({ stored, headers }) => this.#fact(topic, partition, stored, headers));
  }

  #carried(topic: string, partition: number, stored: Stored): Read {
    const { offset, key, value } = stored;
    const bytes = value?.length ?? 0;
    try {
      const { time, because, source, value: carried } = JSON.parse(value!.toString()) as Carried;
      const about = { time, because, source, value: carried };
      return { offset, stored, bytes, record: { topic, partition, offset, key: key!.toString(), ...about } };
    } catch (error) {
      return { offset, stored, bytes, record: null, error };
    }
  }

  #fact(topic: string, partition: number, stored: Stored, headers: ReturnType<typeof readHeaders>): Read {
    const { offset, key, value, appendedAt } = stored;
    const bytes = value?.length ?? 0;
    const id =
      headers.id !== undefined && UUID.test(headers.id)
        ? headers.id
        : v5(`${topic}/${partition}/${offset}`, POSITION_IDS);
    const { time: said, ceType, correlationId = id } = headers;
    const time = said !== undefined && said >= 0 && said < YEAR_10000 ? said : appendedAt;
    const about = { topic, partition, offset, key: key === null ? null : key.toString(), time };
    const because = { id, correlationId };
    if (value === null) return { offset, stored, bytes, record: { ...about, value: undefined, because } };
    const type = ceType === undefined || !this.#heard.has(ceType) ? undefined : factByCeType(ceType);
    if (!type) return { offset, stored, bytes, record: { ...about, value: null, because } };
    try {
      const fact = { type: type.type, time, data: this.schemas.decode(type, value) };
      return { offset, stored, bytes, record: { ...about, type: type.type, value: fact, because } };
    } catch (error) {
      if (error instanceof UndecodableFact) return { offset, stored, bytes, record: null, error };
      throw error;
    }
  }
}
