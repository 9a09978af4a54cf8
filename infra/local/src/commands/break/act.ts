import { say } from '../../terminal.js';
import { Refused } from '../exit.js';
import type { Breaks, Broken, Faults, Poison } from './answers.js';
import { howOf, toldOfBroker } from './look.js';
import { whole, type Asked } from './options.js';
import { onePlace, stackOf, whereOn } from './place.js';

/** Breaks a handler. */
export async function breakHandler(asked: Asked): Promise<number> {
  const { api } = await onePlace(asked);
  const { what: handler, key, times, delayMs, isForGood } = asked;
  if (handler === undefined)
    throw new Refused(`Which handler? npm run break -- ${asked.service} handlers lists those that there are.`);
  const kind = delayMs !== undefined ? 'slow' : isForGood ? 'fail_for_good' : 'fail';
  const made = await whereOn(api.post<Broken>('', { handler, kind, times, key, delayMs }));
  say(`${made.handler} ${howOf(made)}${made.times === null ? ', until it is cleared' : ''}.`);
  say(`Mend it: npm run break -- ${asked.service} clear ${made.breakId}`);
  return 0;
}

export async function poison(asked: Asked): Promise<number> {
  const { api } = await onePlace(asked);
  if (asked.what === undefined)
    throw new Refused(`Which topic? Such as: npm run break -- ${asked.service} poison rides.v1`);
  const sent = await whereOn(api.post<Poison>('/poison', { topic: asked.what, key: asked.key }));
  say(`A ${sent.fact} that nobody can decode is in ${sent.topic}, with the key ${sent.key}.`);
  return 0;
}

export async function pause(asked: Asked): Promise<number> {
  const { api, name } = await onePlace(asked);
  const { what = name } = asked;
  await whereOn(api.put(`/paused/${encodeURIComponent(what)}`));
  say(`${what} hears nothing. Go on: npm run break -- ${name} resume${what === name ? '' : ` ${what}`}`);
  return 0;
}

export async function resume(asked: Asked): Promise<number> {
  const { api, name } = await onePlace(asked);
  const { what = name } = asked;
  await whereOn(api.delete(`/paused/${encodeURIComponent(what)}`));
  say(`${what} hears again.`);
  return 0;
}

export async function breakBroker(asked: Asked): Promise<number> {
  const { keeper } = await stackOf(asked);
  const seconds = whole('SECONDS', asked.what);
  if (seconds === undefined) throw new Refused('For how many seconds? Such as: npm run break -- broker 10');
  const how = asked.isFrozen ? 'freeze' : 'stop';
  say(toldOfBroker(await keeper.post<Faults>('/broker', { seconds, how })));
  return 0;
}

/** Mends one break, or everything. */
export async function clear(asked: Asked): Promise<number> {
  if (asked.what !== undefined) {
    const { api } = await onePlace(asked);
    await whereOn(api.delete(`/${encodeURIComponent(asked.what)}`));
    say('It is mended.');
    return 0;
  }
  const { places, keeper } = await stackOf(asked);
  let mended = 0;
  for (const { api } of places) {
    const { breaks, paused } = await whereOn(api.get<Breaks>(''));
    for (const { breakId } of breaks) await api.delete(`/${breakId}`);
    for (const subscription of paused) await api.delete(`/paused/${encodeURIComponent(subscription)}`);
    mended += breaks.length + paused.length;
  }
  if (asked.service === undefined && (await keeper.get<Faults>('')).broker.state !== 'up') {
    await keeper.delete('/broker');
    mended += 1;
  }
  say(mended === 0 ? 'Nothing was broken.' : 'Nothing is broken any more.');
  return 0;
}
