import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Rates } from './people/fates.js';
import { ratesOf } from './rates.js';
import { UsageError } from './simulator-error.js';

export type Mode = 'simulate' | 'first-ride' | 'find-speed' | 'help';

export interface Options {
  readonly mode: Mode;
  readonly trips: string;
  readonly limit: number;
  /** Each so manieth trip of the file is taken. */
  readonly every: number;
  readonly drivers: number;
  /** Simulated seconds per second. */
  readonly speed: number;
  readonly seed: number;
  readonly rates: Rates;
  readonly json?: string;
}

/** dist/src/ when it runs, src/ in tests: the sample stands beside src/. */
export const SAMPLE = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../sample/trips.csv' : '../sample/trips.csv', import.meta.url),
);

const FIRST_RIDE_SPEED = 400;

const OPTIONS = {
  trips: { type: 'string' },
  limit: { type: 'string' },
  every: { type: 'string' },
  drivers: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  accept: { type: 'string' },
  decline: { type: 'string' },
  ignore: { type: 'string' },
  'cancel-rider': { type: 'string' },
  'cancel-driver': { type: 'string' },
  'no-show': { type: 'string' },
  silent: { type: 'string' },
  'silent-aboard': { type: 'string' },
  json: { type: 'string' },
  'first-ride': { type: 'boolean' },
  'find-speed': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command line asks for. Throws UsageError: unknown_option, unexpected_argument, invalid_option. */
export function optionsOf(args: readonly string[]): Options {
  const given = parse(args);
  if (given['first-ride'] && given['find-speed']) {
    throw new UsageError('invalid_option', '--first-ride and --find-speed exclude each other: give one.');
  }
  const mode = modeOf(given);
  if (given.json !== undefined && (mode === 'first-ride' || mode === 'find-speed')) {
    throw new UsageError('invalid_option', `--json is the summary of one run: not with --${mode}.`);
  }
  return {
    mode,
    trips: given.trips ?? SAMPLE,
    limit: whole('limit', given.limit, 50, 1),
    every: whole('every', given.every, 1, 1),
    drivers: whole('drivers', given.drivers, 60, 1),
    speed: number('speed', given.speed, mode === 'first-ride' ? FIRST_RIDE_SPEED : 60, {
      holds: (x) => x > 0,
      what: 'a number above 0',
    }),
    seed: whole('seed', given.seed, 1, 0),
    rates: ratesOf(given),
    ...(given.json !== undefined && { json: given.json }),
  };
}

function modeOf(given: ReturnType<typeof parse>): Mode {
  if (given.help) return 'help';
  if (given['first-ride']) return 'first-ride';
  return given['find-speed'] ? 'find-speed' : 'simulate';
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    const text = message.split('. ')[0] ?? message;
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError('unknown_option', `${text}.`, { cause: error });
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
      throw new UsageError('unexpected_argument', `${text}: options begin with --.`, { cause: error });
    }
    throw new UsageError('invalid_option', `${text}.`, { cause: error });
  }
}

function whole(name: string, text: string | undefined, byDefault: number, least: number): number {
  return number(name, text, byDefault, {
    holds: (n) => Number.isSafeInteger(n) && n >= least,
    what: `a whole number of at least ${least}`,
  });
}

interface Demand {
  readonly holds: (n: number) => boolean;
  readonly what: string;
}

function number(name: string, text: string | undefined, byDefault: number, { holds, what }: Demand): number {
  if (text === undefined) return byDefault;
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value) && holds(value)) return value;
  throw new UsageError('invalid_option', `--${name} must be ${what}, not '${text}'.`);
}
