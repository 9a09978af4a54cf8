/**
 * What open streams cost, and how long an event takes: a service with N streams open (in this process), people who read them
 * (in another). Memory a stream; an event to one person while all are open, against the same with few open; an event to
 * everybody at once, each in their own stream; and one person's event in N streams of theirs.
 *
 *   npm run bench -- live [--streams 5000] [--few 50] [--events 300]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startIssuer } from '../test/identity.js';
import type { Heard, Wish } from './live/messages.js';

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '5000' },
    few: { type: 'string', default: '50' },
    events: { type: 'string', default: '300' },
  },
});
const [streams, few, events] = [values.streams, values.few, values.events].map(Number) as [number, number, number];
/** People who are told in one unit of work. */
const AT_ONCE = 500;

const issuer = await startIssuer();
Object.assign(process.env, {
  RIDE_NAMESPACE: `live_${Date.now()}_`,
  RIDE_LOG_LEVEL: 'silent',
  RIDE_LIMIT_PERSON: 'off',
  RIDE_LIMIT_ADDRESS: 'off',
  RIDE_ISSUER: issuer.issuer,
});
const { createDatabase, dropDatabase, startNotes } = await import('../test/place-to-test.js');
const { LiveUpdates } = await import('../src/index.js');
const { UnitOfWork } = await import('@ride/messaging');
await createDatabase();
const { app, url } = await startNotes();
const [live, work] = [app.get(LiveUpdates, { strict: false }), app.get(UnitOfWork, { strict: false })];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
function memory() {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { kept: heapUsed + external, rss };
}

const now = () => performance.timeOrigin + performance.now();
async function tell(people: readonly string[]): Promise<void> {
  const at = now();
  for (let first = 0; first < people.length; first += AT_ONCE) {
    const some = people.slice(first, first + AT_ONCE);
    const id = randomUUID();
    await work.run({ id, correlationId: id, traceparent: undefined }, async (tx) => {
      await Promise.all(some.map((person) => live.say(tx, person, 'note.written', { at })));
    });
  }
}

/** People with streams in a process of their own. */
class Audience {
  readonly #child: ChildProcess = fork(new URL('./live/audience.js', import.meta.url));

  async open(people: readonly string[]): Promise<void> {
    const tokens = await Promise.all(people.map((sub) => issuer.token({ role: 'rider', sub })));
    await this.#ask({ kind: 'open', url, tokens });
  }
  /** The delays of the next `count` events that are read, milliseconds, the shortest first. */
  async hear(count: number): Promise<readonly number[]> {
    const heard = await this.#ask({ kind: 'await', count });
    return heard.kind === 'heard' ? [...heard.delays].sort((a, b) => a - b) : [];
  }
  async leave(): Promise<void> {
    this.#child.kill();
    await once(this.#child, 'exit');
  }
  async #ask(wish: Wish): Promise<Heard> {
    const answer = once(this.#child, 'message');
    this.#child.send(wish);
    return ((await answer) as [Heard])[0];
  }
}

const at = (sorted: readonly number[], part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? NaN;
const shown = (delays: readonly number[]) =>
  `p50 ${at(delays, 0.5).toFixed(1)}, p99 ${at(delays, 0.99).toFixed(1)}, last ${at(delays, 1).toFixed(1)} ms`;
const people = (count: number) => Array.from({ length: count }, () => randomUUID());

/** One event after the other, each to one of them; the first ones warm up. */
async function oneByOne(audience: Audience, told: readonly string[]): Promise<readonly number[]> {
  const delays: number[] = [];
  for (let n = -50; n < events; n++) {
    const person = told[Math.floor(Math.random() * told.length)]!;
    const [[delay]] = await Promise.all([audience.hear(1), tell([person])]);
    if (n >= 0) delays.push(delay ?? NaN);
    await wait(5);
  }
  return delays.sort((a, b) => a - b);
}

const handful = new Audience();
const some = people(few);
await handful.open(some);
const before = await oneByOne(handful, some);
console.log(`An event to one of ${few} people with open streams: ${shown(before)}`);

const empty = memory();
const crowd = new Audience();
const all = people(streams);
await crowd.open(all);
const full = memory();
const each = (bytes: number) => `${(bytes / streams / 1024).toFixed(1)} KB`;
console.log(
  `${streams} streams open: ${each(full.kept - empty.kept)} a stream kept, ${each(full.rss - empty.rss)} of the process`,
);
const among = await oneByOne(crowd, all);
console.log(`An event to one of ${streams} people with open streams: ${shown(among)}`);
console.log(
  `  that is ${(at(among, 0.5) / at(before, 0.5)).toFixed(2)}x at p50, ${(at(among, 0.99) / at(before, 0.99)).toFixed(2)}x at p99`,
);
const [everybody] = await Promise.all([crowd.hear(streams), tell(all)]);
console.log(`An event to each of them at once, in units of ${AT_ONCE} people: ${shown(everybody)}`);
await crowd.leave();

const devices = new Audience();
const [one] = people(1) as [string];
await devices.open(Array.from({ length: streams }, () => one));
const [everywhere] = await Promise.all([devices.hear(streams), tell([one])]);
console.log(`One event of a person in ${streams} streams: ${shown(everywhere)}`);

await Promise.all([devices.leave(), handful.leave()]);
await app.close();
await dropDatabase();
issuer.stop();
