import { say } from '../../terminal.js';
import { Refused } from '../exit.js';
import type { Letter } from './answers.js';
import { standing } from './look.js';
import type { Asked } from './options.js';
import { onePlace } from './place.js';
import { at, count, cut, plain, width } from './table.js';

/** `show ID`. */
export async function showOne(asked: Asked): Promise<number> {
  const { api } = await onePlace(asked);
  const letter = await api.get<Letter>(`/${onlyId(asked)}`);
  if (asked.values.json) say(JSON.stringify(letter, undefined, 2));
  else for (const line of lines(letter)) say(line);
  return 0;
}

/** The one id that a command is about. Throws Refused. */
export function onlyId({ ids, command }: Asked): string {
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) throw new Refused(`${command} takes one id, such as: ${command} 42`);
  return encodeURIComponent(id);
}

function lines(letter: Letter): string[] {
  const about: [string, string][] = [
    ['fact', `${letter.fact || '(the record names none)'}  ${letter.eventId}  ${at(letter.eventTime)} UTC`],
    ['key', letter.key],
    ['from', `${letter.topic}, partition ${letter.partition}, offset ${letter.offset}`],
    ['handler', `${letter.handler || '(none)'} of ${letter.subscription}`],
    ['stands', `${standing(letter)}${around(letter)}`],
    ['error', `${letter.error ?? ''}  [${letter.code}]`],
  ];
  if (letter.inPlaceOf !== null) about.push(['edited', `stands at the place of ${letter.inPlaceOf}`]);
  const { json, hex, reason } = letter.value;
  const value =
    hex === undefined
      ? JSON.stringify(json, undefined, 2).split('\n').map(plain)
      : [`nobody can read it: ${plain(reason ?? '')}`, ...(hex.match(/.{1,64}/g) ?? [])];
  const history = letter.history.map(
    ({ attempt, at: when, code, error }) =>
      `${at(when)}  ${attempt === undefined ? '' : `try ${attempt}  `}${code}: ${error ?? ''}`,
  );
  const repairs = letter.repairs.map(
    ({ kind, who, at: when, reason: why, outcome, became, repair }) =>
      `${at(when)}  ${kind} by ${who}: ${outcome ?? 'to come'}${became === null ? '' : `, see ${became}`}` +
      `${why === null ? '' : ` (${why})`}  ${repair}`,
  );
  return [
    ...about.map(([name, text]) => `${name.padEnd(8)} ${plain(text)}`),
    ...block('value', value),
    ...block(
      'headers',
      letter.headers.map(({ name, value: text }) => `${name}: ${text}`),
    ),
    ...block('history (UTC)', history),
    ...block('repairs (UTC)', repairs),
  ];
}

function around({ waitingBehind, deadBefore }: Letter): string {
  const behind = waitingBehind > 0 ? `, ${count(waitingBehind, 'fact waits', 'facts wait')} behind it` : '';
  return `${behind}${deadBefore > 0 ? `, ${count(deadBefore, 'dead letter stands', 'dead letters stand')} before it` : ''}`;
}

function block(title: string, content: readonly string[]): string[] {
  return content.length === 0 ? [] : [title, ...content.map((line) => `  ${cut(line, Math.max(width(), 200))}`)];
}
