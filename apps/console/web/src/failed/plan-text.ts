import type { Shapes } from '../api/services.js';
import { count, numberText } from '../parts/format.js';

export type RepairKind = 'replay' | 'discard' | 'release';
type Plan = Shapes['RepairPlan'];
type Warning = Plan['warnings'][number];

export const VERBS: Readonly<Record<RepairKind, string>> = { replay: 'Replay', discard: 'Discard', release: 'Release' };
export const MEANINGS: Readonly<Record<RepairKind, string>> = {
  replay: 'Back to their handlers, in the order of their keys.',
  discard: 'Given up for good, with a reason. Keys that they hold go on.',
  release: 'Their keys go on without them; they stay dead.',
};

/** To which kinds of repair each warning matters, and what it says. */
const WARNINGS: Readonly<
  Record<Warning['code'], { readonly of: readonly RepairKind[]; text: (facts: string, keys: string) => string }>
> = {
  overtaken: {
    of: ['replay'],
    text: (facts, keys) => `Overtaken: ${facts} of ${keys} have been handled since; a replay comes behind them.`,
  },
  earlier_left_out: {
    of: ['replay'],
    text: (facts, keys) => `Not in order: ${facts} of ${keys}, dead before these, would stay dead.`,
  },
  held_by_another: {
    of: ['replay', 'discard'],
    text: (facts, keys) => `Still held: ${keys}, by ${facts} not chosen; what is put back waits for them, too.`,
  },
  others_wait_behind: {
    of: ['replay', 'discard', 'release'],
    text: (facts, keys) => `Waiting behind these: ${facts} of ${keys}.`,
  },
  in_another_repair: {
    of: ['replay', 'discard', 'release'],
    text: (facts) => `In another repair that is running: ${facts}; whichever comes first does it.`,
  },
};

export interface PlanText {
  readonly total: string;
  readonly ways: readonly string[];
  readonly warnings: readonly string[];
  /** Somebody has to say that they know. */
  readonly isOvertaken: boolean;
}

/** The dry run in words. */
export function planText({ total, keys, ways, warnings, through }: Plan, kind: RepairKind): PlanText {
  return {
    total: `${count(total, 'fact')} of ${count(keys, 'key')}`,
    ways: ways.map(({ count: n, keys: of, fact, handler, topic, subscription }) => {
      const to =
        kind === 'replay' ? `through ${through} to ${handler || subscription}` : `of ${handler || subscription}`;
      return `${numberText(n)} ${fact || '(unknown)'} of ${count(of, 'key')}, ${topic}, ${to}`;
    }),
    warnings: warnings.flatMap(({ code, facts, keys: of }) =>
      WARNINGS[code].of.includes(kind) ? [WARNINGS[code].text(count(facts, 'fact'), count(of, 'key'))] : [],
    ),
    isOvertaken: kind === 'replay' && warnings.some(({ code }) => code === 'overtaken'),
  };
}
