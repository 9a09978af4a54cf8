import type { AsyncApi, AvroType, Operation } from './asyncapi.js';

export interface Hearing {
  readonly service: string;
  /** Its consumer group. */
  readonly group: string;
  readonly handler: string | undefined;
}
export interface Fact {
  readonly name: string;
  readonly topic: string;
  readonly summary: string;
  readonly says: readonly string[];
  readonly hears: readonly Hearing[];
  readonly schema: AvroType | undefined;
  readonly example: unknown;
}
export interface Topic {
  readonly name: string;
  readonly summary: string;
  readonly partitions: number | undefined;
  readonly facts: readonly string[];
}
export interface Catalogue {
  readonly topics: readonly Topic[];
  readonly facts: readonly Fact[];
}

/** Topics of one service's own, which hold what others have said. */
const INNER = /\.(retry|dead-letters)\.v\d+$/;
const last = (ref: string): string => ref.split('/').at(-1) ?? '';

/** Topics and facts, with who says and hears each. */
export function catalogueOf({ channels, operations, components }: AsyncApi): Catalogue {
  const shown = Object.entries(channels).filter(([name]) => !INNER.test(name));
  const all = Object.entries(operations).map(([name, operation]) => ({
    name,
    operation,
    topic: last(operation.channel.$ref),
  }));
  const topics = shown.map(([name, { summary = '', bindings, messages }]) => ({
    name,
    summary,
    partitions: bindings?.kafka?.partitions,
    facts: Object.keys(messages),
  }));
  const facts = topics.flatMap(({ name: topic, facts: names }) =>
    names.map((name): Fact => {
      const about = all.filter((each) => each.topic === topic && isAbout(each.operation, name));
      const message = components.messages[name];
      return {
        name,
        topic,
        summary: message?.summary ?? '',
        says: unique(about.filter(({ operation }) => operation.action === 'send').map((each) => serviceOf(each))),
        hears: about.filter(({ operation }) => operation.action === 'receive').map((each) => hearingOf(each, name)),
        schema: message?.payload?.schema,
        example: message?.examples?.[0]?.payload,
      };
    }),
  );
  return { topics, facts };
}

function isAbout({ messages }: Operation, fact: string): boolean {
  return messages === undefined || messages.some(({ $ref }) => last($ref) === fact);
}

function serviceOf({ name, operation }: { name: string; operation: Operation }): string {
  return operation['x-service'] ?? name.split('.')[0] ?? name;
}

function hearingOf(each: { name: string; operation: Operation }, fact: string): Hearing {
  const service = serviceOf(each);
  return {
    service,
    group: each.operation['x-group'] ?? service,
    handler: each.operation['x-handlers']?.find((known) => known.fact === fact)?.handler,
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
