import { parseArgs } from 'node:util';
import { services, type ServiceName } from '../../infrastructure.js';
import { Refused } from '../exit.js';

export const COMMANDS = [
  'groups',
  'list',
  'show',
  'replay',
  'discard',
  'release',
  'edit',
  'repairs',
  'cancel',
] as const;
export type Command = (typeof COMMANDS)[number];

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const OPTIONS = {
  subscription: text,
  handler: text,
  fact: text,
  topic: text,
  code: text,
  key: text,
  from: text,
  to: text,
  text,
  status: text,
  all: flag,
  'dry-run': flag,
  rate: text,
  limit: text,
  before: text,
  reason: text,
  'accept-overtaken': flag,
  yes: flag,
  id: text,
  json: flag,
  file: text,
  url: text,
  token: text,
  help: flag,
} as const;
const FILTERS = ['subscription', 'handler', 'fact', 'topic', 'code', 'key', 'text'] as const;

/** What was asked on the command line, understood. */
export interface Asked {
  /** Absent: all of the local stack, or the one at `url`. */
  readonly service: ServiceName | undefined;
  readonly command: Command;
  readonly ids: readonly string[];
  readonly filter: Readonly<Record<string, string>>;
  readonly values: ReturnType<typeof parsed>['values'];
  readonly rate: number | undefined;
  readonly limit: number | undefined;
}

const parsed = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });

/** Undefined: help is wanted. Throws Refused, which says what to write instead. `now`: UTC milliseconds. */
export function asked(args: readonly string[], now = Date.now()): Asked | undefined {
  const { positionals, values } = parsed(args);
  if (values.help || positionals[0] === 'help') return undefined;
  const service = services.find((name) => name === positionals[0]);
  const [word = 'groups', ...ids] = service === undefined ? positionals : positionals.slice(1);
  const command = COMMANDS.find((name) => name === word);
  if (command === undefined)
    throw new Refused(
      `${word} is no command and no service. Commands: ${COMMANDS.join(', ')}. Services: ${services.join(', ')}. ` +
        'npm run dead-letters -- --help tells more.',
    );
  const filter: Record<string, string> = {};
  for (const name of FILTERS) if (values[name] !== undefined) filter[name] = values[name];
  for (const name of ['from', 'to'] as const)
    if (values[name] !== undefined) filter[name] = time(`--${name}`, values[name], now);
  const rate = number('--rate', values.rate, false);
  return { service, command, ids, filter, values, rate, limit: number('--limit', values.limit, true) };
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function time(option: string, given: string, now: number): string {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(given) ?? [];
  const at = count === undefined ? Date.parse(given) : now - Number(count) * (UNITS[unit] ?? 0);
  if (Number.isNaN(at))
    throw new Refused(
      `${option} ${given}: write a time such as 2026-11-25T04:00:00Z, or 90s, 20m, 2h, 3d for so long ago.`,
    );
  return new Date(at).toISOString();
}

function number(option: string, given: string | undefined, isWhole: boolean): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!(value > 0) || (isWhole && !Number.isInteger(value)))
    throw new Refused(`${option} ${given}: write a ${isWhole ? 'whole ' : ''}number above 0.`);
  return value;
}
