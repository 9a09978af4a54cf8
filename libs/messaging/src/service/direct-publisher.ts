import { physicalTopic, type NewFact } from '@ride/events';
import type { Cause } from '../cause.js';
import type { DirectProducer } from '../log/direct-producer.js';
import { StoredHeaders } from '../log/header-bytes.js';
import type { Envelope } from '../unit/outgoing.js';

/** Says facts that are too many and too short-lived for the outbox (positions). Lost when the broker is out of reach. */
export class DirectPublisher {
  constructor(
    private readonly producer: DirectProducer,
    private readonly envelope: Envelope,
    private readonly namespace: string,
  ) {}

  /** `time`: when it happened, UTC milliseconds. Rejects with a LogError when the facts may not be in the log. */
  async send(cause: Cause, ...facts: readonly { readonly fact: NewFact; readonly time: number }[]): Promise<void> {
    await this.producer.send(
      facts.map(({ fact, time }) => {
        const { topic, key, headers, value } = this.envelope.seal(fact, cause, time);
        return { topic: physicalTopic(topic, this.namespace), key, value, headers: new StoredHeaders(headers) };
      }),
    );
  }
}
