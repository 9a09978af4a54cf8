import { randomUUID } from 'node:crypto';
import { say } from '../../terminal.js';
import { Refused } from '../exit.js';
import type { Plan, Repair } from './answers.js';
import { Silent } from './api.js';
import { confirm } from './confirm.js';
import { follow } from './follow.js';
import type { Asked } from './options.js';
import { onePlace, type Place } from './place.js';
import { isOvertaken, planText, type Kind } from './plan-text.js';
import { onlyId } from './show.js';
import { count } from './table.js';

/** `replay`, `discard`, `release`: says what would go where, asks, orders it, and shows how far it is. */
export async function repair(asked: Asked, kind: Kind): Promise<number> {
  const place = await onePlace(asked);
  const { values } = asked;
  const { reason } = values;
  if (kind === 'discard' && reason === undefined) throw new Refused('Why? It is kept with the discarded: --reason "…"');
  const order = {
    ...selection(asked),
    ...(asked.limit !== undefined && { limit: asked.limit }),
    ...(asked.rate !== undefined && { rate: asked.rate }),
    ...(reason !== undefined && { reason }),
  };
  const plan = await place.api.post<Plan>(`/${kind}`, { ...order, dryRun: true }, randomUUID());
  for (const line of planText(plan, kind)) say(line);
  if (values['dry-run'] || (plan.total === 0 && values.id === undefined)) return 0;
  const accepted = await agreed(asked, kind, plan);
  if (accepted === undefined) {
    say('Nothing was done.');
    return 1;
  }
  return ordered(place, `/${kind}`, { ...order, ...accepted }, values.id ?? randomUUID());
}

/** Orders it, says under which id, and follows it. */
export async function ordered(place: Place, path: string, order: object, id: string): Promise<number> {
  const repair = await place.api.post<Repair>(path, order, id).catch((error: unknown) => {
    if (!(error instanceof Silent)) throw error;
    throw new Silent(
      `${error.message}\nIt may have been ordered: the same command with --id ${id} orders it only once.`,
    );
  });
  say(`Repair ${repair.id}`);
  return follow(place, repair);
}

/** `repairs ID`: one of them, until it has ended. */
export async function followOne(asked: Asked): Promise<number> {
  const place = await onePlace(asked);
  const repair = await place.api.get<Repair>(`/repairs/${onlyId(asked)}`);
  if (asked.values.json) {
    say(JSON.stringify(repair, undefined, 2));
    return 0;
  }
  const { kind, who, at, reason, filter } = repair;
  say(`${kind} by ${who} at ${at}${reason === null ? '' : `: ${reason}`}\n  ${JSON.stringify(filter)}`);
  return follow(place, repair);
}

/** `cancel ID`. */
export async function cancel(asked: Asked): Promise<number> {
  const place = await onePlace(asked);
  return follow(place, await place.api.post<Repair>(`/repairs/${onlyId(asked)}/cancel`, {}));
}

function selection({ ids, filter, values: { all } }: Asked): object {
  const hasFilter = Object.keys(filter).length > 0;
  if ([ids.length > 0, hasFilter, all].filter(Boolean).length !== 1)
    throw new Refused('Which ones? Write ids, or a filter such as --code late, or --all: exactly one of them.');
  if (all) return { all };
  return hasFilter ? { filter } : { ids };
}

const WORDS: Readonly<Record<Kind, string>> = { replay: 'Replay', discard: 'Discard', release: 'Release the keys of' };
function question(kind: Kind, { total }: Plan): string {
  return `${WORDS[kind]} ${count(total, 'dead letter')}?`;
}

/** What they agree to beside the order itself; undefined: they don't want it. */
async function agreed({ values }: Asked, kind: Kind, plan: Plan): Promise<object | undefined> {
  const accepted = kind === 'replay' && values['accept-overtaken'] ? { acceptOvertaken: true } : {};
  if (values.yes) return accepted;
  if (kind !== 'replay' || !isOvertaken(plan) || values['accept-overtaken'])
    return (await confirm(question(kind, plan), 'y')) ? accepted : undefined;
  const isWanted = await confirm('Later facts of some keys have been handled. Replay these all the same?', 'yes');
  return isWanted ? { acceptOvertaken: true } : undefined;
}
