import { say } from '../../terminal.js';
import { Refused } from '../exit.js';
import type { LetterGroup, LetterSummary, Repair } from './answers.js';
import type { Asked } from './options.js';
import { places, type Place } from './place.js';
import { progressText } from './progress-text.js';
import { at, count, table, width } from './table.js';

/** `groups` of one service, or of all. */
export function showGroups(asked: Asked): Promise<number> {
  const query = { ...asked.filter, status: asked.values.status };
  return ofEach(asked, async ({ name, api }) => {
    const groups = await api.get<LetterGroup[]>('/groups', query);
    if (asked.values.json) return say(JSON.stringify(groups, undefined, 2));
    const total = groups.reduce((sum, group) => sum + group.count, 0);
    if (total === 0) return say(`${name}: none`);
    say(`${name}: ${total.toLocaleString('en')}`);
    const rows = groups.map((group) => ({
      cells: [
        String(group.count),
        String(group.keys),
        group.fact || '(unknown)',
        group.handler,
        group.code,
        at(group.last),
        group.newest,
      ],
      below: group.error ?? '',
    }));
    printTable(
      [
        { title: 'COUNT', right: true },
        { title: 'KEYS', right: true },
        { title: 'FACT', cuttable: true },
        { title: 'HANDLER', cuttable: true },
        { title: 'CODE', cuttable: true },
        { title: 'LAST (UTC)' },
        { title: 'NEWEST', right: true },
      ],
      rows,
    );
  });
}

/** `list` of one service, or of all. */
export function showList(asked: Asked): Promise<number> {
  const { status, before, json } = asked.values;
  const query = { ...asked.filter, status, before, limit: asked.limit ?? 20 };
  return ofEach(asked, async ({ name, api }) => {
    const page = await api.get<{ letters: LetterSummary[]; next: string | null }>('', query);
    if (json) return say(JSON.stringify(page, undefined, 2));
    if (page.letters.length === 0) return say(`${name}: none`);
    say(name);
    printTable(
      [
        { title: 'ID', right: true },
        { title: 'FAILED (UTC)' },
        { title: 'FACT', cuttable: true },
        { title: 'CODE', cuttable: true },
        { title: 'KEY' },
      ],
      page.letters.map((letter) => ({
        cells: [letter.id, at(letter.lastFailedAt), letter.fact || '(unknown)', letter.code, letter.key],
        below: `${letter.handler}, ${standing(letter)}: ${letter.error ?? ''}`,
      })),
    );
    if (page.next !== null) say(`  Older ones: the same with --before ${page.next}`);
  });
}

/** How a letter and its key stand, in words. */
export function standing({ status, attempts, keyIs, overtakenBy }: LetterSummary): string {
  const tries = count(attempts, 'try', 'tries');
  if (overtakenBy > 0) return `${status} after ${tries}, overtaken by ${count(overtakenBy, 'fact')}`;
  return `${status} after ${tries}, key ${keyIs}`;
}

/** `repairs` of one service, or of all: the latest first. */
export function showRepairs(asked: Asked): Promise<number> {
  const { before, json } = asked.values;
  return ofEach(asked, async ({ name, api }) => {
    const page = await api.get<{ repairs: Repair[]; next: string | null }>('/repairs', {
      before,
      limit: asked.limit ?? 20,
    });
    if (json) return say(JSON.stringify(page, undefined, 2));
    if (page.repairs.length === 0) return say(`${name}: none`);
    say(name);
    printTable(
      [
        { title: 'REPAIR' },
        { title: 'AT (UTC)' },
        { title: 'KIND' },
        { title: 'STATUS' },
        { title: 'DONE', right: true },
      ],
      page.repairs.map((repair) => ({
        cells: [repair.id, at(repair.at), repair.kind, repair.status, `${repair.done}/${repair.total}`],
        below: `by ${repair.who}${repair.reason === null ? '' : `: ${repair.reason}`}; ${progressText(repair)}`,
      })),
    );
    if (page.next !== null) say(`  Older ones: the same with --before ${page.next}`);
  });
}

function printTable(...[columns, rows]: readonly [Parameters<typeof table>[0], Parameters<typeof table>[1]]): void {
  for (const line of table(columns, rows, width() - 2)) say(`  ${line}`);
}

/** One that does not answer is told, and the others are shown all the same. */
async function ofEach(asked: Asked, show: (place: Place) => Promise<void>): Promise<number> {
  const meant = await places(asked);
  let code = 0;
  for (const place of meant) {
    try {
      await show(place);
    } catch (error) {
      if (!(error instanceof Refused) || meant.length === 1) throw error;
      say(`${place.name}: ${error.message}`);
      code = 1;
    }
  }
  return code;
}
