import type { Variable } from '@ride/configuration';

const INTRODUCTION = `# Configuration

Environment variables, all of them. They are checked when a process starts: an unknown name that begins with \`RIDE_\` is refused,
and so is a malformed value, each by name and with what to do. The local stack needs none of them. \`\${RIDE_…}\` in a default stands
for the value of that variable. This page is made from \`libs/configuration/src/variables.ts\` by \`npm run docs\`; a test fails when
it is stale.`;

/** The whole of docs/configuration.md. */
export function settingsPage(variables: readonly Variable[]): string {
  const rows = variables.map(
    ({ name, what, kind, default: byDefault, setInProduction }) =>
      `| \`${name}\` | ${what.replaceAll('<', '\\<')} | ${kind.replaceAll('|', '\\|')} | ${defaultText(byDefault, setInProduction)} |`,
  );
  // Prettier would pad the table, and every change of one cell would then change it all.
  const table = [
    '<!-- prettier-ignore -->',
    '| variable | what it is | kind | default |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return [INTRODUCTION, table].join('\n\n') + '\n';
}

function defaultText(byDefault: string | undefined, setInProduction: boolean): string {
  const text = byDefault === undefined ? '' : byDefault === '' ? 'empty' : `\`${byDefault}\``;
  return setInProduction ? `${text}, must be set in production` : text;
}
