import type { Plan } from './answers.js';
import { count, plain } from './table.js';

export type Kind = 'replay' | 'discard' | 'release';

const TITLES: Readonly<Record<Kind, (letters: string) => string>> = {
  replay: (letters) => `Replay of ${letters}: back to their handlers.`,
  discard: (letters) => `Discard of ${letters}: given up for good.`,
  release: (letters) => `Release of ${letters}: the keys go on, the dead letters stay.`,
};

/** What to know before, by the code of the warning; and of which kinds of repair it matters to. */
interface Known {
  readonly of: readonly Kind[];
  readonly text: (facts: string, keys: string) => string;
}
const WARNINGS: Readonly<Record<string, Known>> = {
  overtaken: {
    of: ['replay'],
    text: (facts, keys) => `Overtaken: handled since then are ${facts} of ${keys}; a replay comes behind them.`,
  },
  earlier_left_out: {
    of: ['replay'],
    text: (facts, keys) => `Not in order: ${facts} of ${keys}, dead before these, would stay dead.`,
  },
  held_by_another: {
    of: ['replay', 'discard'],
    text: (facts, keys) => `Still held: ${keys}, by ${facts} not selected; what is put back waits for them, too.`,
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

/** The dry run in words; nothing of it is cut. */
export function planText(plan: Plan, kind: Kind): string[] {
  if (plan.total === 0) return ['No dead letter is meant: look with list or groups what there is.'];
  const ways = plan.ways.map(({ count: n, keys, fact, handler, topic, subscription }) => {
    const to = `${kind === 'replay' ? `through ${plan.through} to` : 'of'} ${handler || subscription}`;
    return `  ${n.toLocaleString('en')} ${fact || '(unknown)'} of ${count(keys, 'key')}, ${topic}: ${to}`;
  });
  const warnings = plan.warnings.flatMap(({ code, keys, facts }) => {
    const known = WARNINGS[code];
    return known?.of.includes(kind) ? [`! ${known.text(count(facts, 'fact'), count(keys, 'key'))}`] : [];
  });
  const shown = plan.ids.slice(0, SHOWN).join(', ');
  const others = plan.total - Math.min(plan.ids.length, SHOWN);
  const ids = `  ids ${shown}${others > 0 ? ` and ${others.toLocaleString('en')} more` : ''}`;
  const title = TITLES[kind](`${count(plan.total, 'dead letter')} of ${count(plan.keys, 'key')}`);
  return [title, ...ways, ids, ...warnings].map(plain);
}
const SHOWN = 10;

/** Whether somebody has to say that they know it. */
export function isOvertaken(plan: Plan): boolean {
  return plan.warnings.some(({ code }) => code === 'overtaken');
}
