import type { AnyFactType, FactOf, NewFact } from '../fact.js';
import { physicalTopic } from '../catalogue.js';
import { FactCodec } from './fact-codec.js';
import { Registry } from './registry.js';
import { Writers } from './writers.js';

/** What a handler reads from a fact of type `F`. */
export type DataOf<F> = [FactOf<F>] extends [never] ? unknown : FactOf<F>['data'];

/** Between facts and the bytes of the log. What is called per fact does not wait. */
export interface Schemas {
  /**
   * Registers facts, so that they can be encoded. Throws SchemaRefused when the registry takes one for an incompatible
   * change, RegistryUnavailable when it can't be asked.
   */
  register(facts: Iterable<AnyFactType>): Promise<void>;
  /** A registered fact in the Confluent wire format. Throws InvalidFact, which names the field. */
  encode(fact: NewFact): Buffer;
  /** Loads the schemas that these values were written with, as far as they are not known. Throws RegistryUnavailable. */
  prepare(values: Iterable<Buffer>): Promise<void>;
  /** The data of a prepared value, whichever version of the fact wrote it. Throws UndecodableFact. */
  decode<F extends AnyFactType>(fact: F, value: Buffer): DataOf<F>;
}

export interface SchemasOptions {
  /** A Confluent API, version 7: `http://…/apis/ccompat/v7`. */
  readonly registryUrl: string;
  /** Prefix of topics and subjects. */
  readonly namespace: string;
}

export function openSchemas({ registryUrl, namespace }: SchemasOptions): Schemas {
  return new RegisteredSchemas(new Registry(registryUrl.replace(/\/$/, '')), namespace);
}

/** TopicRecordNameStrategy: one subject a fact, under its topic's physical name. */
export function subjectOf(fact: AnyFactType, namespace: string): string {
  return `${physicalTopic(fact.topic.name, namespace)}-${fact.ceType}`;
}

const AT_ONCE = 6;

class RegisteredSchemas implements Schemas {
  readonly #codecs = new Map<AnyFactType, FactCodec>();
  readonly #ids = new Map<AnyFactType, number>();
  readonly #writers: Writers;

  constructor(
    private readonly registry: Registry,
    private readonly namespace: string,
  ) {
    this.#writers = new Writers(registry);
  }

  async register(facts: Iterable<AnyFactType>): Promise<void> {
    const waiting = [...facts].filter((fact) => !this.#ids.has(fact));
    if (waiting.length === 0) return;
    await this.registry.requireCompatibility();
    const worker = async () => {
      for (let fact = waiting.shift(); fact; fact = waiting.shift()) {
        const id = await this.registry.register(subjectOf(fact, this.namespace), fact.avro);
        this.#ids.set(fact, id);
        this.#writers.learn(id, this.#codec(fact).type);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  encode(fact: NewFact): Buffer {
    const id = this.#ids.get(fact.fact);
    if (id === undefined) throw new Error(`${fact.type} is not registered: name it in register() at start`);
    return this.#codec(fact.fact).encode(id, fact.data);
  }

  prepare(values: Iterable<Buffer>): Promise<void> {
    return this.#writers.prepare(values);
  }

  decode<F extends AnyFactType>(fact: F, value: Buffer): DataOf<F> {
    return this.#codec(fact).decode(this.#writers.of(value), value) as DataOf<F>;
  }

  #codec(fact: AnyFactType): FactCodec {
    let codec = this.#codecs.get(fact);
    if (!codec) this.#codecs.set(fact, (codec = new FactCodec(fact)));
    return codec;
  }
}
