import { stripVTControlCharacters, styleText } from 'node:util';
import type { Entry, Journey } from './answer.js';
import { treeOf, type Branch } from './tree.js';

const WIDTH = 100;
const TIME = 10;
type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;
export const coloured: Paint = (style, text) => styleText(style, text, { validateStream: false });

/** The whole journey for a terminal of 100 columns: what was said, by whom, because of what; and what was done with it. */
export function journeyText({ correlationId, ride, links, entries, isCut }: Journey, paint: Paint): string {
  const begin = Date.parse(entries[0]?.at ?? '');
  const lines = treeOf(entries).flatMap((branch) => branchLines(branch, [], begin, paint));
  const about = ride === null ? '' : `, ${ride.state}${ride.area === null ? '' : `, ${ride.area}`}`;
  return [
    paint('bold', `${ride === null ? 'Journey' : 'Ride'} ${correlationId}${about}`),
    ...(ride === null ? [] : [`rider ${ride.riderId ?? '?'}  driver ${ride.driverId ?? 'none'}`]),
    `began ${entries[0]?.at ?? '?'}; times are milliseconds since`,
    '',
    ...lines,
    '',
    summary(entries),
    ...(isCut ? ['It has more entries than are shown.'] : []),
    ...(links.logs === null ? [] : [`logs   ${links.logs}`]),
    ...(links.trace === null ? [] : [`trace  ${links.trace}`]),
  ].join('\n');
}

function branchLines({ entry, then }: Branch, above: readonly string[], begin: number, paint: Paint): string[] {
  // What was done with a fact comes before what followed from it.
  const done = then.filter((branch) => !isSaid(branch.entry));
  const caused = then.filter((branch) => isSaid(branch.entry));
  const inner = [...done, ...caused];
  const time = String(Date.parse(entry.at) - begin).padStart(TIME - 2);
  const lead = above.join('');
  const [first = '', ...more] = wrapped(entryText(entry, paint), WIDTH - TIME - lead.length);
  const under = lead.replace(/├ $/, '│ ').replace(/└ $/, '  ');
  const rest = more.map((line) => `${' '.repeat(TIME)}${under}  ${line}`);
  return [
    `${paint('dim', time)}  ${lead}${first}`,
    ...rest,
    ...inner.flatMap((branch, n) => {
      const isLast = n === inner.length - 1;
      return branchLines(branch, [under, isLast ? '└ ' : '├ '], begin, paint);
    }),
  ];
}

const isSaid = ({ kind }: Entry): boolean => kind === 'fact' || kind === 'request';

function entryText(entry: Entry, paint: Paint): string {
  switch (entry.kind) {
    case 'request':
      return `${paint('cyan', entry.request ?? 'a round or a deadline')} (${entry.service})`;
    case 'fact':
      return `${paint('bold', entry.type || 'a record')}  ${entry.service} says${entry.unreadable === null ? '' : paint('red', `, unreadable: ${entry.unreadable}`)}`;
    case 'handled': {
      const again = entry.attempt === 1 ? '' : paint('yellow', `, attempt ${entry.attempt}`);
      const took = entry.tookMs === null ? '' : ` in ${Number(entry.tookMs.toPrecision(2))} ms`;
      return `${paint('green', '✓')} ${entry.subscription} handled it${again}${took}  ${paint('dim', entry.handler)}`;
    }
    case 'retry':
      return `${paint('yellow', '↻')} ${entry.subscription} tries again: attempt ${entry.attempt} failed: ${entry.error ?? '?'}`;
    case 'dead-letter':
      return `${paint('red', '✗')} ${entry.subscription} gave it up after ${entry.attempts} attempts: ${entry.error}  repair: ${repairOf(entry)}`;
  }
}

function repairOf({ service, letterId }: Extract<Entry, { kind: 'dead-letter' }>): string {
  return letterId === null
    ? `npm run dead-letters -- ${service} list`
    : `npm run dead-letters -- ${service} replay ${letterId} --reason WHY`;
}

function summary(entries: readonly Entry[]): string {
  const count = (kind: Entry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  return `${count('fact')} facts, handled ${count('handled')} times, ${count('retry')} retries, ${count('dead-letter')} dead letters`;
}

/** Breaks between words; a word that is longer than a line stays whole. Escapes of colours take no place. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.replaceAll(/\s*\n\s*/g, ' ').split(/ (?=\S)/)) {
    const line = lines.at(-1);
    const room = lines.length > 1 ? width - 2 : width;
    if (line !== undefined && stripVTControlCharacters(`${line} ${word}`).length <= room)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
