import avro from 'avsc';
import { UndecodableFact } from './errors.js';
import { PREFIX_BYTES } from './fact-codec.js';
import type { Registry } from './registry.js';

/** How long we believe the registry that it does not have a schema. */
const UNKNOWN_FOR_MS = 60_000;
const MOST_UNKNOWN = 10_000;

/** The schemas that records were written with, by id: asked for once, then known. */
export class Writers {
  readonly #known = new Map<number, avro.Type | UndecodableFact>();
  readonly #unknownUntil = new Map<number, number>();
  readonly #asked = new Map<number, Promise<void>>();

  constructor(private readonly registry: Registry) {}

  learn(id: number, type: avro.Type): void {
    this.#known.set(id, type);
  }

  /** Asks for the ids not known yet. Throws RegistryUnavailable. */
  async prepare(values: Iterable<Buffer>): Promise<void> {
    let missing: Set<number> | null = null;
    for (const value of values) {
      const id = idOf(value);
      if (id !== null && !this.#known.has(id) && !this.#isUnknown(id)) (missing ??= new Set()).add(id);
    }
    if (missing) await Promise.all([...missing].map((id) => this.#ask(id)));
  }

  /** Throws UndecodableFact when the record is at fault. */
  of(value: Buffer): avro.Type {
    const id = idOf(value);
    if (id === null) throw new UndecodableFact('undecodable', 'The value is not in the Confluent wire format');
    const known = this.#known.get(id);
    if (known instanceof UndecodableFact) throw known;
    if (known) return known;
    if (this.#unknownUntil.has(id))
      throw new UndecodableFact('unknown_schema', `The schema registry has no schema with the id ${id}`);
    throw new Error(`The schema with the id ${id} is not loaded: call prepare() with the value first`);
  }

  #isUnknown(id: number): boolean {
    const until = this.#unknownUntil.get(id);
    return until !== undefined && until > Date.now();
  }

  #ask(id: number): Promise<void> {
    const asked = this.#asked.get(id) ?? this.#load(id).finally(() => this.#asked.delete(id));
    this.#asked.set(id, asked);
    return asked;
  }

  async #load(id: number): Promise<void> {
    const schema = await this.registry.schema(id);
    if (schema === null) {
      if (this.#unknownUntil.size >= MOST_UNKNOWN) this.#unknownUntil.clear();
      this.#unknownUntil.set(id, Date.now() + UNKNOWN_FOR_MS);
      return;
    }
    this.#unknownUntil.delete(id);
    try {
      this.#known.set(id, avro.Type.forSchema(JSON.parse(schema) as avro.Schema));
    } catch (error) {
      this.#known.set(
        id,
        new UndecodableFact('undecodable', `The schema with the id ${id} is no Avro`, { cause: error }),
      );
    }
  }
}

function idOf(value: Buffer): number | null {
  return value.length > PREFIX_BYTES && value[0] === 0 ? value.readUInt32BE(1) : null;
}
