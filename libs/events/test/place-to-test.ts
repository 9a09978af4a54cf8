import { randomUUID } from 'node:crypto';
import { settings } from '@ride/configuration';
import type { NewFact } from '../src/index.js';

/** A prefix of its own for each suite: many share one registry and one Kafka. */
export function ownNamespace(): string {
  return `events_${randomUUID().slice(0, 8)}_`;
}

export const registryUrl = settings().registry.url;
export const brokers = [...settings().kafka.brokers];

/** The fact's data without its brand, to be compared with what is read. */
export const dataOf = (fact: NewFact): unknown => fact.data;
