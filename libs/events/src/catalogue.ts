import { declared } from './declared.js';
import './facts/index.js';
import { EVERY_SERVICE, type AnyFactType, type Service } from './fact.js';
import type { Cleanup, TopicDeclaration } from './topic.js';

/** The published language: every declared topic and fact. */
export function catalogue(): { readonly topics: readonly TopicDeclaration[]; readonly facts: readonly AnyFactType[] } {
  return declared();
}

/** Who says something on the topic. With more than one writer the log decides, not a writer's database. */
export function writersOf(topic: TopicDeclaration): readonly Service[] {
  const facts = declared().facts.filter((fact) => fact.topic === topic);
  return EVERY_SERVICE.filter((service) => facts.some((fact) => fact.by.includes(service)));
}

/** The name that a topic has in Kafka: many namespaces can share one cluster. */
export function physicalTopic(name: string, namespace: string): string {
  return namespace + name;
}

/** Where a service puts failed facts whose next attempt is due. */
export function retryTopic(service: Service): TopicDeclaration {
  return forFailed(`${service}.retry.v1`, 'retry', { deleteAfterDays: 14 });
}

/** Where a service puts copies of the facts that it gave up on. */
export function deadLetterTopic(service: Service): TopicDeclaration {
  return forFailed(`${service}.dead-letters.v1`, 'dead_letter', { deleteAfterDays: 90 });
}

// A fact of the largest size that a topic takes must still fit once the headers about its failure are added.
function forFailed(name: string, noun: string, cleanup: Cleanup): TopicDeclaration {
  return { name, key: 'as the source', cleanup, partitions: 3, noun, ordered: true, maxMessageBytes: 2_097_152 };
}

/** How long records are kept, in milliseconds; null on a compacted topic, which keeps the last of each key. */
export function retentionMs(cleanup: Cleanup): number | null {
  if (cleanup === 'compact') return null;
  return 'deleteAfterDays' in cleanup ? cleanup.deleteAfterDays * 86_400_000 : cleanup.deleteAfterHours * 3_600_000;
}
