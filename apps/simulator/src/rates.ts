import type { Rates } from './people/fates.js';
import { UsageError } from './simulator-error.js';

type Name = 'accept' | 'decline' | 'ignore' | 'cancel-rider' | 'cancel-driver' | 'no-show' | 'silent' | 'silent-aboard';

/** What excludes each other: together at most certain. */
const ALTERNATIVES: readonly (readonly Name[])[] = [
  ['decline', 'ignore'],
  ['cancel-rider', 'no-show'],
  ['cancel-driver', 'silent', 'silent-aboard'],
];

/** The rates that the command line gives. Throws UsageError('invalid_option'). */
export function ratesOf(given: Readonly<Partial<Record<Name, string | undefined>>>): Rates {
  const rate = (name: Name, byDefault = 0) => probability(name, given[name], byDefault);
  if (given.accept !== undefined && (given.decline ?? given.ignore) !== undefined)
    throw new UsageError(
      'invalid_option',
      '--accept P is --decline with what is left of 1: give --decline and --ignore.',
    );
  for (const names of ALTERNATIVES) {
    if (names.reduce((sum, name) => sum + rate(name), 0) <= 1 + Number.EPSILON) continue;
    const list = names.map((name) => `--${name}`).join(', ');
    throw new UsageError('invalid_option', `${list} exclude each other: together they must be at most 1.`);
  }
  return {
    decline: given.accept === undefined ? rate('decline') : 1 - rate('accept'),
    ignore: rate('ignore'),
    cancelRider: rate('cancel-rider'),
    cancelDriver: rate('cancel-driver'),
    noShow: rate('no-show'),
    silent: rate('silent'),
    silentAboard: rate('silent-aboard'),
  };
}

function probability(name: Name, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  const [, digits, percent] = /^\s*(\d*\.?\d+)\s*(%?)\s*$/.exec(text) ?? [];
  const value = digits === undefined ? NaN : Number(digits) / (percent === '%' ? 100 : 1);
  if (value >= 0 && value <= 1) return value;
  throw new UsageError(
    'invalid_option',
    `--${name} must be a rate from 0 to 1 or a percentage such as 5%, not '${text}'.`,
  );
}
