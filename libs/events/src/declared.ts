import type { AnyFactType } from './fact.js';
import type { TopicDeclaration } from './topic.js';

const topics = new Map<string, TopicDeclaration>();
const facts = new Map<string, AnyFactType>(); // by CloudEvents type
const names = new Map<string, AnyFactType>();

export function declareTopic(topic: TopicDeclaration): void {
  if (topics.has(topic.name)) throw new Error(`The topic ${topic.name} is declared twice`);
  topics.set(topic.name, topic);
}

export function declareFact(fact: AnyFactType): void {
  const other = names.get(fact.type);
  if (other) throw new Error(`${fact.type} is declared twice: on ${other.topic.name} and on ${fact.topic.name}`);
  names.set(fact.type, fact);
  facts.set(fact.ceType, fact);
}

/** Every topic and fact that this process knows, in the order of their declarations. */
export function declared(): { topics: readonly TopicDeclaration[]; facts: readonly AnyFactType[] } {
  return { topics: [...topics.values()], facts: [...facts.values()] };
}

export function factByCeType(ceType: string): AnyFactType | undefined {
  return facts.get(ceType);
}

export function factByType(type: string): AnyFactType | undefined {
  return names.get(type);
}
