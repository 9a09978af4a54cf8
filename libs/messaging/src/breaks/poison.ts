import { factHeaders, physicalTopic, type AnyFactType } from '@ride/events';
import type { DirectProducer } from '../log/direct-producer.js';

/** Bytes that no schema fits: those of a fact begin with 0 and the number of theirs. */
const POISON = Buffer.from('poison: these bytes are no fact');

export interface Poison {
  /** The id that the record has, and whoever hears it knows it by. */
  readonly id: string;
  /** What the record says that it is. */
  readonly fact: AnyFactType;
  readonly key: string;
}

/** Sends a record that nobody can decode. Rejects with a LogError when it may not be in the log. */
export async function sendPoison(
  producer: DirectProducer,
  namespace: string,
  { id, fact, key }: Poison,
): Promise<void> {
  const { topic } = fact;
  // Nothing but its key is read of it.
  const said = fact({ [topic.key]: key } as never);
  const correlationId = topic.correlatedBy === 'key' ? key : id;
  const headers = factHeaders({ id, fact: said, source: '/breaks', time: Date.now(), correlationId, causationId: id });
  const record = { topic: physicalTopic(topic.name, namespace), key: Buffer.from(key), value: POISON, headers };
  await producer.send([record]);
}
