import type { Service as Name } from '@ride/events';
import { Log, type Said } from './log.js';
import type { Trace } from './trace.js';
import type { Saying } from './tx.js';
import { Violation } from './violation.js';

/** What a service has committed to say, by stream, until its relay has brought it into the log. */
export class Outbox {
  readonly #waiting = new Map<string, Said[]>();

  constructor(
    private readonly service: Name,
    private readonly log: Log,
    private readonly trace: Trace,
  ) {}

  /** Streams for which something waits. */
  get streams(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  add(facts: readonly Said[]): void {
    for (const fact of facts) {
      const stream = Log.streamOf(fact);
      const waiting = this.#waiting.get(stream);
      if (waiting) waiting.push(fact);
      else this.#waiting.set(stream, [fact]);
    }
  }

  /** Brings what waits for a stream into the log. Not `acknowledged`: it dies before it knows, and will do it again. */
  relay(stream: string, acknowledged: boolean): void {
    const facts = this.#waiting.get(stream) ?? [];
    for (const fact of facts) this.log.append(fact);
    if (acknowledged) this.#waiting.delete(stream);
    else this.trace.add(this.service, 'relays', `${facts.map(({ type }) => type).join(', ')}, and will once more`);
  }

  /** The record of a fact. */
  seal({ fact, time, cause }: Saying): Said {
    const { type, topic, key, data } = fact;
    if (!fact.fact.by.includes(this.service))
      throw new Violation('A fact is said by a service that may say it', `${this.service} says ${type}`);
    // A field that is left out is absent when it is read.
    const read = Object.fromEntries(Object.entries(data as object).filter(([, value]) => value !== undefined));
    const correlationId = fact.fact.topic.correlatedBy === 'key' ? key : cause.correlationId;
    this.trace.add(this.service, 'says', type, read);
    const by = this.service;
    return { id: this.log.nextId(), by, type, topic, key, time, data: read, cause: { ...cause, correlationId } };
  }
}
