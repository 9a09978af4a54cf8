import type { AnyFactType } from '../fact.js';
import { shapes } from '../fields/kinds.js';
import type { Cleanup, TopicDeclaration } from '../topic.js';
import { fieldsText } from './field-text.js';
import type { ServiceText } from './services.js';

const INTRODUCTION = `# The facts

What has happened, by topic: who says it, what it carries and who hears it. This page is made from the declarations in
\`libs/events\` and the handlers of the services by \`npm run docs\`; a test fails when it is stale.

A **primary** change starts work elsewhere, a _secondary_ one (dotted) only updates tables. Instants are UTC milliseconds, money is
minor units with an ISO 4217 currency, places are WGS 84 degrees. A field with a question mark may be absent; a reader of a
choice (\`by\`, \`reason\`, …) also knows _unknown_, which stands for what was added after it was built.

The operators' console ([apps/console](../apps/console/README.md)) hears all of this and is not named here: it follows what happens,
and takes no part in it.`;

/** The whole of docs/facts.md. */
export function cataloguePage(
  topics: readonly TopicDeclaration[],
  facts: readonly AnyFactType[],
  services: readonly ServiceText[],
): string {
  const sections = topics.map((topic) => {
    const on = facts.filter((fact) => fact.topic === topic);
    return [`## ${topic.name}`, about(topic), picture(on, services), table(on, services)].join('\n\n');
  });
  return [INTRODUCTION, overview(topics, facts, services), ...sections].join('\n\n') + '\n';
}

function about(topic: TopicDeclaration): string {
  const order = topic.ordered ? '' : ' Its order does not matter.';
  const correlation = topic.correlatedBy === 'key' ? ' The key is the correlation id of everything said here.' : '';
  return (
    `Key \`${topic.key}\`, ${topic.partitions} partitions, ${kept(topic.cleanup)}; ` +
    `subjects \`${topic.name}-${topic.noun}.<fact>\`.${correlation}${order}`
  );
}

function kept(cleanup: Cleanup): string {
  if (cleanup === 'compact') return 'compacted: the last fact of each key is kept';
  return 'deleteAfterDays' in cleanup
    ? `kept for ${cleanup.deleteAfterDays} days`
    : `kept for ${cleanup.deleteAfterHours} h`;
}

function hearersOf(fact: AnyFactType, services: readonly ServiceText[]): readonly string[] {
  return services.filter(({ hears }) => hears.some((hearing) => hearing.fact === fact.type)).map(({ name }) => name);
}

function overview(
  topics: readonly TopicDeclaration[],
  facts: readonly AnyFactType[],
  services: readonly ServiceText[],
): string {
  return mermaid(
    topics.map((topic) => {
      const on = facts.filter((fact) => fact.topic === topic);
      const node = `${topic.name.replace(/\W/g, '_')}[["${topic.name}"]]`;
      const hearers = on.flatMap((fact) => hearersOf(fact, services));
      return flow(unique(on.flatMap(({ by }) => by)), '-->', node, unique(hearers));
    }),
  );
}

function picture(facts: readonly AnyFactType[], services: readonly ServiceText[]): string {
  return mermaid(
    facts.map((fact) => {
      const arrow = fact.change === 'primary' ? '-->' : '-.->';
      return flow(fact.by, arrow, fact.type, hearersOf(fact, services));
    }),
  );
}

/** Sayers on the left, hearers on the right: a service that does both stands there twice. */
function flow(sayers: readonly string[], arrow: string, node: string, hearers: readonly string[]): string {
  const said = `  ${sayers.map((name) => `says_${name}([${name}])`).join(' & ')} ${arrow} ${node}`;
  return hearers.length === 0
    ? said
    : `${said} ${arrow} ${hearers.map((name) => `hears_${name}([${name}])`).join(' & ')}`;
}

function mermaid(lines: readonly string[]): string {
  return ['```mermaid', 'flowchart LR', ...lines, '```'].join('\n');
}

function table(facts: readonly AnyFactType[], services: readonly ServiceText[]): string {
  const rows = facts.map((fact) =>
    [
      fact.change === 'primary' ? `**${fact.type}**` : `_${fact.type}_`,
      fact.what,
      fieldsText(shapes(fact.fields), '<br>'),
      fact.by.join(', '),
      hearersOf(fact, services).join(', ') || 'only the console',
    ].join(' | '),
  );
  const head = ['fact | what happened | carries | said by | heard by', '--- | --- | --- | --- | ---'];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
