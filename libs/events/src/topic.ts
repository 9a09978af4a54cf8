import { avroOf } from './avro.js';
import { declareFact, declareTopic } from './declared.js';
import type { AnyFactType, Change, FactType, NewFact, Service } from './fact.js';
import type { Field, Fields } from './fields/field.js';
import { shapes, uuid } from './fields/kinds.js';

export type Cleanup = 'compact' | { readonly deleteAfterDays: number } | { readonly deleteAfterHours: number };

export interface TopicDeclaration {
  /** The logical name; the physical one has the namespace in front. */
  readonly name: string;
  /** The field that is the record key. */
  readonly key: string;
  readonly cleanup: Cleanup;
  readonly partitions: number;
  /** The namespace of the topic's records, and the first part of their CloudEvents types. */
  readonly noun: string;
  /** 'key': whatever is said here has its key as correlation id, whoever caused it. */
  readonly correlatedBy?: 'key';
  /** false: facts of one key may be published without holding the key's row. */
  readonly ordered: boolean;
  /** The largest record that it takes, where Kafka's default of 1 MB is too small. */
  readonly maxMessageBytes?: number;
}

export interface TopicOptions<K extends string> {
  readonly key: K;
  readonly cleanup: Cleanup;
  readonly partitions: number;
  /** What the key is; a UUID unless said. */
  readonly keyIs?: Field<string>;
  /** The last word of the name in the singular, unless said. */
  readonly noun?: string;
  readonly correlatedBy?: 'key';
  readonly ordered?: boolean;
}

export interface About {
  readonly what: string;
  readonly by: Service | readonly Service[];
  readonly change: Change;
}

export interface Topic<K extends string> extends TopicDeclaration {
  readonly key: K;
  /** Declares a fact on this topic; its key field comes first and need not be declared. */
  fact<const T extends string, const F extends Fields>(
    type: T,
    about: About,
    fields: F,
  ): FactType<T, Readonly<Record<K, Field<string>>> & F>;
}

/** Declares a topic. Throws when the name is taken. */
export function topic<const K extends string>(name: `${string}.v${number}`, options: TopicOptions<K>): Topic<K> {
  const { keyIs = uuid, noun = nounOf(name), ordered = true, ...rest } = options;
  const declared: Topic<K> = {
    name,
    noun,
    ordered,
    ...rest,
    fact: (type, about, fields) => declare(declared, type, about, { [options.key]: keyIs, ...fields }) as never,
  };
  declareTopic(declared);
  return declared;
}

function declare(topic: TopicDeclaration, type: string, about: About, fields: Fields): AnyFactType {
  const { name, key } = topic;
  const make = (data: Readonly<Record<string, unknown>>) =>
    // Nothing is checked here: encoding does, once, and names the field.
    ({ type, data, topic: name, key: data[key], fact }) as unknown as NewFact;
  const fact: AnyFactType = Object.assign(make, {
    type,
    ceType: `${topic.noun}.${type}`,
    topic,
    what: about.what,
    by: typeof about.by === 'string' ? [about.by] : about.by,
    change: about.change,
    fields,
    avro: avroOf(topic.noun, type, shapes(fields)),
  });
  declareFact(fact);
  return fact;
}

function nounOf(name: string): string {
  const words = name.replace(/\.v\d+$/, '').split(/[-.]/);
  return (words.at(-1) ?? name).replace(/s$/, '');
}
