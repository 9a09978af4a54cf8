import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { say } from '../../terminal.js';
import { Refused } from '../exit.js';
import type { Letter } from './answers.js';
import { confirm } from './confirm.js';
import type { Asked } from './options.js';
import { onePlace } from './place.js';
import { ordered } from './repair.js';
import { onlyId } from './show.js';
import { count } from './table.js';

/** `edit ID`: the same fact with other data, from a file or from the editor. */
export async function edit(asked: Asked): Promise<number> {
  const place = await onePlace(asked);
  const { values } = asked;
  const id = onlyId(asked);
  const letter = await place.api.get<Letter>(`/${id}`);
  const before = JSON.stringify(letter.value.json ?? {}, undefined, 2);
  const text = values.file === undefined ? edited(before) : read(values.file);
  const data = parsed(text);
  if (JSON.stringify(data, undefined, 2) === before) {
    say('The data are as they were: nothing was done.');
    return 1;
  }
  for (const line of changes(before, JSON.stringify(data, undefined, 2))) say(line);
  const { overtakenBy } = letter;
  const knows = values['accept-overtaken'];
  if (overtakenBy > 0 && !knows)
    throw new Refused(
      `${count(overtakenBy, 'later fact has', 'later facts have')} been handled since: add --accept-overtaken when you want it all the same.`,
    );
  if (
    !values.yes &&
    !(await confirm(`Replay ${letter.fact || 'it'} with these data, and discard the original?`, 'y'))
  ) {
    say('Nothing was done.');
    return 1;
  }
  const { reason, fact } = values;
  const order = {
    data,
    ...(reason !== undefined && { reason }),
    ...(fact !== undefined && { fact }),
    ...(knows && { acceptOvertaken: true }),
  };
  return ordered(place, `/${id}/edit`, order, values.id ?? randomUUID());
}

function read(file: string): string {
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), file), 'utf8');
  } catch {
    throw new Refused(`${file} can’t be read: write the fact’s data there, as JSON.`);
  }
}

/** As the editor has left it. */
function edited(before: string): string {
  const [program = '', ...args] = (process.env['VISUAL'] ?? process.env['EDITOR'] ?? '').split(' ').filter(Boolean);
  if (!process.stdin.isTTY || program === '')
    throw new Refused('Set EDITOR to your editor, or write the data into a file, as JSON: edit ID --file FILE');
  const folder = mkdtempSync(join(tmpdir(), 'ride-'));
  try {
    const file = join(folder, 'data.json');
    writeFileSync(file, `${before}\n`, { mode: 0o600 });
    const { status, error } = spawnSync(program, [...args, file], { stdio: 'inherit' });
    if (error || status !== 0)
      throw new Refused(`${program} ended with ${error?.message ?? status}: nothing was done.`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parsed(text: string): object {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  } catch (error) {
    throw new Refused(`That is no JSON: ${error instanceof Error ? error.message : ''}. Nothing was done.`);
  }
  throw new Refused('The data of a fact are a JSON object: { … }. Nothing was done.');
}

/** Lines that go and come. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}
