import avro from 'avsc';
import type { AnyFactType } from '../fact.js';
import { shapes } from '../fields/kinds.js';
import { InvalidFact, UndecodableFact } from './errors.js';
import { plainOf } from './plain.js';
import { rulesOf } from './rules.js';

/** Confluent's wire format: a zero, the schema's id (four bytes), the Avro body. */
export const PREFIX_BYTES = 5;

let scratch = Buffer.alloc(4096); // what is being encoded; what is returned is a copy of it

/** Encodes and decodes one declared fact. Compiled once; nothing here waits. */
export class FactCodec {
  readonly type: avro.Type;
  readonly #check: ((data: never) => string | null) | null;
  readonly #plain: (read: Readonly<Record<string, unknown>>) => unknown;
  /** By the writer's schema; null: what it wrote can be read as it is. */
  readonly #resolvers = new WeakMap<avro.Type, avro.Resolver | null>();

  constructor(private readonly fact: AnyFactType) {
    // A schema from the registry is taken by its layout: logical types stay the numbers and strings they are made of.
    this.type = avro.Type.forSchema(fact.avro as unknown as avro.Schema);
    this.#check = rulesOf(shapes(fact.fields));
    this.#plain = plainOf(shapes(fact.fields));
  }

  /** Throws InvalidFact, which names the field. */
  encode(id: number, data: unknown): Buffer {
    const wrong = this.#check?.(data as never) ?? null;
    if (wrong !== null) throw new InvalidFact(`${this.fact.type}: ${wrong}`);
    let end = this.#write(data);
    if (end < 0) {
      scratch = Buffer.alloc(2 * (scratch.length - end));
      end = this.#write(data);
    }
    scratch[0] = 0;
    scratch.writeUInt32BE(id, 1);
    return Buffer.from(scratch.subarray(0, end));
  }

  /** Throws UndecodableFact. */
  decode(writer: avro.Type, bytes: Buffer): unknown {
    const resolver = this.#resolver(writer);
    try {
      // Typed as optional, but left out it must be undefined.
      const { value, offset } = this.type.decode(bytes, PREFIX_BYTES, resolver ?? undefined);
      if (offset === bytes.length) return this.#plain(value);
    } catch (error) {
      throw this.#undecodable(error);
    }
    throw this.#undecodable(new Error('the body is shorter or longer than its schema says'));
  }

  /** A negative number: by how many bytes the scratch was too small. */
  #write(data: unknown): number {
    try {
      return this.type.encode(data, scratch, PREFIX_BYTES);
    } catch (error) {
      throw new InvalidFact(`${this.fact.type}: ${this.#complaint(data) ?? String(error)}`, { cause: error });
    }
  }

  #complaint(data: unknown): string | null {
    const wrong: string[] = [];
    this.type.isValid(data, {
      errorHook: (path, value, type) =>
        void wrong.push(`${path.join('.')} should be ${type.toString()} and is ${kindOf(value)}`),
    });
    return wrong.length > 0 ? wrong.join('; ') : null;
  }

  #resolver(writer: avro.Type): avro.Resolver | null {
    const known = this.#resolvers.get(writer);
    if (known !== undefined) return known;
    try {
      const same = writer.fingerprint().equals(this.type.fingerprint());
      const resolver = same ? null : this.type.createResolver(writer);
      this.#resolvers.set(writer, resolver);
      return resolver;
    } catch (error) {
      throw this.#undecodable(error);
    }
  }

  #undecodable(error: unknown): UndecodableFact {
    const why = error instanceof Error ? error.message : String(error);
    return new UndecodableFact('undecodable', `These bytes are no ${this.fact.ceType}: ${why}`, { cause: error });
  }
}

/** Not the value: it may be a place or a name, and errors are logged. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? `a ${value.constructor?.name ?? 'object'}` : `another ${typeof value}`;
}
