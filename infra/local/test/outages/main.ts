import { parseArgs } from 'node:util';
import { interrupted, interruption } from '../../src/interrupted.js';
import { startStackToSuffer, sufferAll } from './outages.js';
import { type Outage, type Outcome } from './outage.js';
import { StackFailed } from '../../src/kept.js';
import { lastLines, narrate, say } from '../../src/terminal.js';
import { Refused } from '../../src/commands/exit.js';

const HELP = `Takes the schema registry, Redis, PostgreSQL and Kafka away, one after the other, from a stack of its own under load, and
checks that nothing is lost, nothing is out of order, and no fact is blamed for it.

Usage: npm run outages -- [options]

  --seconds N          how long registry, Redis and PostgreSQL are away each (default 30)
  --broker-seconds N   how long Kafka is away (default 60)
  --only NAME          only this one: registry, redis, postgres or kafka; may be given more than once
  --kill               ends them as by kill -9, and not in order
  --help               shows this

Exit code: 0 all was kept, 1 not.
`;
const SPEED = 60;
const COMPONENTS = ['registry', 'redis', 'postgres', 'kafka'] as const;

/** Returns 1 when anything was lost, doubled, out of order, or answered as it must not be. */
async function outages(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '30' },
      'broker-seconds': { type: 'string', default: '60' },
      only: { type: 'string', multiple: true, default: [] },
      kill: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const unknown = values.only.filter((name) => !(COMPONENTS as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Refused(`There is no ${unknown.join(', ')}: ${COMPONENTS.join(', ')}.`);
  const [seconds, brokerSeconds] = [values.seconds, values['broker-seconds']].map(Number) as [number, number];
  if (!(seconds > 0) || !(brokerSeconds > 0)) throw new Refused('Seconds are a number above 0.');
  const wanted: Outage[] = COMPONENTS.filter((name) => values.only.length === 0 || values.only.includes(name)).map(
    (component) => ({ component, seconds: component === 'kafka' ? brokerSeconds : seconds }),
  );

  say('Starting a stack of its own …');
  const stack = await startStackToSuffer({
    tell: (event) => {
      narrate(event, { starts: true, stops: false });
      if (event.kind === 'died') say(lastLines(event.log));
    },
    interrupted,
  });
  try {
    const ended = Promise.race([interruption(), stack.kept.gone]).then(() => {
      throw new Refused('It was broken off, or the keeper of the stack has ended.');
    });
    say(`\n${row(['away', 'for', 'requests', 'accepted', 'put off', 'slowest', 'backlog', 'recovered'])}`);
    const how = values.kill ? 'killed' : 'in order';
    const tell = (outcome: Outcome) => say(shown(outcome));
    const suffered = await Promise.race([sufferAll(wanted, stack, { how, speed: SPEED, tell }), ended]);
    const { breaches, simulated, rides, requests } = suffered;
    const endings = Object.entries(simulated).map(([outcome, count]) => `${count} ${outcome}`);
    say(`\n${requests} requests about ${rides} rides, and the simulator's rides: ${endings.join(', ')}.`);
    for (const breach of breaches) say(`BROKEN ${breach}`);
    say(breaches.length === 0 ? 'Nothing was lost, out of order, or blamed on a fact.' : `${breaches.length} breaches`);
    return breaches.length === 0 ? 0 : 1;
  } finally {
    say('Stopping…');
    await stack.kept.stop();
  }
}

function shown({ component, seconds, asked, accepted, putOff, slowestMs, backlog, recoveredMs }: Outcome): string {
  const counts = [asked, accepted, putOff].map(String);
  return row([
    component,
    `${seconds} s`,
    ...counts,
    `${Math.round(slowestMs)} ms`,
    `${backlog}`,
    `${(recoveredMs / 1000).toFixed(1)} s`,
  ]);
}

function row([first = '', ...others]: readonly string[]): string {
  return `  ${first.padEnd(10)}${others.map((cell) => cell.padStart(12)).join('')}`;
}

let code: number;
try {
  code = await outages(process.argv.slice(2));
} catch (error) {
  const isTold = error instanceof Refused || error instanceof StackFailed;
  if (error instanceof StackFailed && error.log !== undefined) console.error(lastLines(error.log));
  console.error(isTold || !(error instanceof Error) ? String(error) : error.stack);
  code = interrupted.aborted ? 130 : 1;
}
process.exit(code);
