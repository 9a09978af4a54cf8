import { factByCeType, factHeaders, physicalTopic, type NewFact, type Schemas, type Service } from '@ride/events';
import type { Output } from '../task/record.js';

/** A record on its way to the log; `topic` is the physical name. */
export interface Sending {
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly (readonly [name: string, value: Buffer])[];
}

/** Makes records of outputs. The same output makes the same record. */
export class Sealing {
  readonly #sealed = new WeakMap<Output, Sending>();

  constructor(
    private readonly service: Service,
    private readonly namespace: string,
    private readonly schemas: Schemas,
  ) {}

  /** Throws InvalidFact for a fact whose data are not as declared. What was sealed once is not sealed again. */
  seal(output: Output): Sending {
    const known = this.#sealed.get(output);
    if (known) return known;
    const sealed = this.#seal(output);
    this.#sealed.set(output, sealed);
    return sealed;
  }

  #seal(output: Output): Sending {
    const { time, because } = output;
    if (output.to === 'log') {
      const { fact, id } = output;
      const { correlationId } = because;
      const about = { id, fact, source: `/${this.service}`, time, correlationId, causationId: because.id };
      const topic = physicalTopic(fact.topic, this.namespace);
      return { topic, key: Buffer.from(fact.key), value: this.schemas.encode(fact), headers: factHeaders(about) };
    }
    const { topic, key, value, source } = output;
    const carried = { time, because, source, value };
    return {
      topic: physicalTopic(topic, this.namespace),
      key: Buffer.from(key),
      value: Buffer.from(JSON.stringify(carried)),
      headers: [],
    };
  }
}

/** As JSON, with a fact by its name. */
export function outputsToJson(outputs: readonly Output[]): string {
  return JSON.stringify(
    outputs.map((output) =>
      output.to === 'log' ? { ...output, fact: { ceType: output.fact.fact.ceType, data: output.fact.data } } : output,
    ),
  );
}

/** The inverse. A fact that is declared no more can't be said again, and is left out. */
export function outputsOf(json: string): readonly Output[] {
  const all = JSON.parse(json) as (Output & { fact: { ceType: string; data: never } })[];
  return all.flatMap((output): Output[] => {
    if (output.to !== 'log') return [output];
    const type = factByCeType(output.fact.ceType);
    return type ? [{ ...output, fact: type(output.fact.data) as NewFact }] : [];
  });
}
