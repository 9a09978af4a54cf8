import type { Channel, Domain, Event, Service } from '@eventcatalog/sdk';
import { writersOf } from '../../catalogue.js';
import type { AnyFactType } from '../../fact.js';
import { shapes } from '../../fields/kinds.js';
import type { TopicDeclaration } from '../../topic.js';
import { fieldsText } from '../field-text.js';
import type { ServiceText } from '../services.js';
import type { FailedTopics } from '../subscriptions.js';

/** All services are one system: they change together, and what they say is one language. */
const DOMAIN = 'ride';
const SERVICE_VERSION = '1.0.0';

/** The catalogue counts in three numbers; of a fact each published schema is a version. */
export const versionOf = (published: number): string => `${published}.0.0`;

export interface Known {
  readonly topics: readonly TopicDeclaration[];
  readonly facts: readonly AnyFactType[];
  readonly services: readonly ServiceText[];
  readonly failed: readonly FailedTopics[];
  /** Of the newest published schema of a fact. */
  newest(fact: AnyFactType): string;
}

export function domain({ services }: Known): Domain {
  return {
    id: DOMAIN,
    name: 'Ride',
    version: SERVICE_VERSION,
    summary: 'Booking rides, on facts: no service calls another, and none waits for another.',
    services: services.map(({ name }) => ({ id: name, version: SERVICE_VERSION })),
    markdown: [
      'Made from the declarations in `libs/events` and the handlers of the services by `npm run docs`; a test fails when it is stale.',
      '<NodeGraph />',
    ].join('\n\n'),
  };
}

export function service({ name, hears }: ServiceText, { facts, newest }: Known): Service {
  const pointer = (fact: AnyFactType) => ({ id: fact.type, version: newest(fact) });
  const channel = (fact: AnyFactType) => [{ id: fact.topic.name, version: channelVersion(fact.topic) }];
  const heard = facts.filter(({ type }) => hears.some(({ fact }) => fact === type));
  const rows = hears.map(({ fact, handler, how }) => `| ${fact} | \`${handler}\` | @${how} |`);
  return {
    id: name,
    name,
    version: SERVICE_VERSION,
    summary: `The service ${name}: see apps/${name}/README.md`,
    sends: saidBy(name, facts).map((fact) => ({ ...pointer(fact), to: channel(fact) })),
    receives: heard.map((fact) => ({ ...pointer(fact), from: channel(fact) })),
    markdown: [
      ...(rows.length > 0 ? [['| hears | by | how |', '| --- | --- | --- |', ...rows].join('\n')] : []),
      '<NodeGraph />',
    ].join('\n\n'),
  };
}

export function event(fact: AnyFactType, version: string): Event {
  return {
    id: fact.type,
    name: fact.type,
    version,
    summary: fact.what,
    channels: [{ id: fact.topic.name, version: channelVersion(fact.topic) }],
    schemaPath: 'schema.avsc',
    badges: [badge(fact.change), badge(fact.topic.noun)],
    markdown: [
      `Carries ${inMdx(fieldsText(shapes(fact.fields), ', '))}.`,
      `CloudEvents type \`${fact.ceType}\`, schema subject \`${fact.topic.name}-${fact.ceType}\`.`,
      '<SchemaViewer file="schema.avsc" />',
      '<NodeGraph />',
    ].join('\n\n'),
  };
}

export function channel(topic: TopicDeclaration): Channel {
  const order = topic.ordered ? 'Facts of one key are in the order in which they were decided.' : 'Unordered.';
  return {
    ...bare(topic),
    summary: `Facts about each ${topic.noun}, by ${topic.key}`,
    markdown: `${order} ${topic.partitions} partitions. Said by ${writersOf(topic).join(', ')}.\n\n<ChannelInformation />`,
  };
}

export function failedChannels({ service, retry, deadLetters }: FailedTopics): readonly Channel[] {
  return [
    {
      ...bare(retry),
      summary: `Facts that ${service} tries again`,
      markdown: 'Written and read by one service alone.',
    },
    { ...bare(deadLetters), summary: `Facts that ${service} gave up on`, markdown: 'Copies, for whoever watches.' },
  ];
}

function bare(topic: TopicDeclaration) {
  return {
    id: topic.name,
    name: topic.name,
    version: channelVersion(topic),
    address: topic.name,
    protocols: ['kafka'],
    deliveryGuarantee: 'at-least-once' as const,
  };
}

function saidBy(name: string, facts: readonly AnyFactType[]): readonly AnyFactType[] {
  return facts.filter(({ by }) => (by as readonly string[]).includes(name));
}

/** `rides.v1` is version 1.0.0. */
function channelVersion({ name }: TopicDeclaration): string {
  return versionOf(Number(/\.v(\d+)$/.exec(name)?.[1] ?? 1));
}

function badge(content: string) {
  return { content, backgroundColor: 'blue', textColor: 'blue' };
}

/** Braces begin JavaScript in MDX. */
function inMdx(text: string): string {
  return text.replaceAll(/[{}]/g, '\\$&');
}
