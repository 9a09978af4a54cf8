import { at, table, width } from '../dead-letters/table.js';
import { say } from '../../terminal.js';
import type { Breaks, Broken, Faults } from './answers.js';
import type { Asked } from './options.js';
import { onePlace, stackOf, whereOn } from './place.js';

/** What is broken, of all services that are meant and the broker. */
export async function showList(asked: Asked): Promise<number> {
  const { places, keeper } = await stackOf(asked);
  const all = await whereOn(
    Promise.all(places.map(async ({ name, api }) => ({ service: name, ...(await api.get<Breaks>('')) }))),
  );
  const { broker } = await keeper.get<Faults>('');
  if (asked.isJson) {
    say(JSON.stringify({ services: all.map(({ handlers: _, ...rest }) => rest), broker }, null, 2));
    return 0;
  }
  const rows = all.flatMap(({ breaks }) => breaks.map(rowOf));
  const paused = all.flatMap((each) => each.paused);
  if (rows.length > 0) {
    const titles = ['ID', 'HANDLER', 'HOW', 'HITS', 'SINCE (UTC)'];
    const columns = titles.map((title) => ({ title, cuttable: title === 'HOW' }));
    for (const line of table(columns, rows, Math.max(width(), 120))) say(line);
  }
  for (const subscription of paused) say(`${subscription} is paused.`);
  if (broker.state !== 'up') say(toldOfBroker({ broker }));
  if (rows.length + paused.length === 0 && broker.state === 'up') say('Nothing is broken.');
  return 0;
}

/** The handlers of a service, and what they hear. */
export async function showHandlers(asked: Asked): Promise<number> {
  const { api } = await onePlace(asked);
  const { handlers } = await whereOn(api.get<Breaks>(''));
  if (asked.isJson) {
    say(JSON.stringify(handlers, null, 2));
    return 0;
  }
  const facts = Map.groupBy(handlers, ({ subscription, handler }) => `${subscription} ${handler}`);
  const rows = [...facts].map(([name, heard]) => ({
    cells: [...name.split(' ').toReversed(), heard.map(({ fact }) => fact).join(', ')],
  }));
  const columns = [{ title: 'HANDLER' }, { title: 'SUBSCRIPTION' }, { title: 'HEARS', cuttable: true }];
  for (const line of table(columns, rows, width())) say(line);
  return 0;
}

export function toldOfBroker({ broker: { state, until } }: Faults): string {
  return `The broker is ${state}${until === null ? '' : `, until ${at(until)} (UTC)`}.`;
}

/** How it is broken, in words. */
export function howOf({ kind, times, key, delayMs }: Broken): string {
  const what = { fail: 'fails', fail_for_good: 'fails for good', slow: `waits ${delayMs} ms` }[kind];
  const often = times === null ? '' : times === 1 ? ' once' : ` ${times} times`;
  return `${what}${often}${key === null ? '' : `, key ${key}`}`;
}

function rowOf(broken: Broken): { readonly cells: readonly string[] } {
  const { breakId, handler, hits, times, since } = broken;
  const often = times === null ? `${hits}` : `${hits} of ${times}`;
  return { cells: [breakId, handler, howOf(broken), often, at(since)] };
}
