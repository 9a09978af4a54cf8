import type { AnyFactType } from '../fact.js';
import type { How } from './hearings.js';
import type { ServiceText } from './services.js';

const BEGIN = '<!-- made by `npm run docs`: begin -->';
const END = '<!-- made by `npm run docs`: end -->';
// Prettier would pad the tables, and every change of one cell would then change them all.
const AS_IT_IS = '<!-- prettier-ignore-start -->';
const UNTIL_HERE = '<!-- prettier-ignore-end -->';
const HOW: Readonly<Record<How, string>> = {
  On: 'in the unit of work',
  Effect: 'as an effect on the outside',
  Follow: 'in passing, only the newest counts',
  Stream: 'as a stream, with state and time',
  Watch: 'in passing, by every instance',
};

/** Puts what a service hears, says and refuses into its README: between the markers, or at its end when it has none. */
export function withServiceSection(readme: string | null, service: ServiceText, facts: readonly AnyFactType[]): string {
  const section = [
    BEGIN,
    AS_IT_IS,
    hears(service, facts),
    says(service, facts),
    refuses(service),
    UNTIL_HERE,
    END,
  ].join('\n\n');
  const text = readme ?? `# ${service.name}\n`;
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) return `${text.trimEnd()}\n\n${section}\n`;
  return text.slice(0, begin) + section + text.slice(end + END.length);
}

function hears({ hears }: ServiceText, facts: readonly AnyFactType[]): string {
  const rows = facts.flatMap((fact) =>
    hears
      .filter((hearing) => hearing.fact === fact.type)
      .map(
        ({ how, handler }) => `| ${fact.type} | ${fact.what} | ${fact.by.join(', ')} | \`${handler}\`, ${HOW[how]} |`,
      ),
  );
  return section('Hears', '| fact | what happened | said by | handled by |\n| --- | --- | --- | --- |', rows);
}

function says({ name }: ServiceText, facts: readonly AnyFactType[]): string {
  const rows = facts
    .filter(({ by }) => (by as readonly string[]).includes(name))
    .map((fact) => `| ${fact.type} | ${fact.what} | ${fact.topic.name} |`);
  return section('Says', '| fact | what happened | topic |\n| --- | --- | --- |', rows);
}

function refuses({ refuses }: ServiceText): string {
  const rows = refuses.map(({ code, help }) => `| \`${code}\` | ${help.replaceAll('|', '\\|')} |`);
  return section('Refuses', '| code | what the caller is told |\n| --- | --- |', rows);
}

function section(title: string, head: string, rows: readonly string[]): string {
  return `## ${title}\n\n${rows.length === 0 ? 'Nothing.' : [head, ...rows].join('\n')}`;
}
