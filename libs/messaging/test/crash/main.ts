import { parseArgs } from 'node:util';
import { CRASH_POINTS, type CrashPoint } from '../../src/crash-points.js';
import { killsAt, pointsWith } from './kills.js';
import { CrashWorld, type Outcome } from './world.js';

const HELP = `Kills a service under load (SIGKILL) at every crash point, starts it again each time, and checks that nothing is lost,
doubled or out of order.

Usage: npm run crash -- [options]

  --times N      how often at each point (default 20)
  --point WORD   only the points that have this in their name; may be given more than once
  --help         shows this

Exit code: 0 all was kept, 1 not.
`;

/** `npm run crash`: returns 1 when a promise was broken, or a point was not reached. */
async function crash(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      times: { type: 'string', default: '20' },
      point: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const times = Number(values.times);
  const points = pointsWith(values.point);
  if (!Number.isInteger(times) || times < 1) return refuse('--times is a whole number, 1 or more.');
  if (points.length === 0) return refuse(`No point has that in its name. There are:\n  ${CRASH_POINTS.join('\n  ')}`);

  const world = await CrashWorld.open();
  const outcomes: Outcome[] = [];
  console.log(row('killed at', ['kills', 'facts', 'repeats', 'blamed', 'seconds']));
  try {
    for (const point of points) {
      let died = 0;
      const outcome = await world.suffer(killsAt([point], times), () => progress(point, (died += 1)));
      outcomes.push(outcome);
      console.log(shown(point, outcome));
      for (const breach of outcome.breaches) console.log(`BROKEN ${breach}`);
    }
  } finally {
    await world.close();
  }
  return summedUp(outcomes);
}

function summedUp(outcomes: readonly Outcome[]): number {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((all, outcome) => all + of(outcome), 0);
  const breaches = sum(({ breaches: { length } }) => length);
  const killed = `${sum(({ kills }) => kills.length)} times killed in ${Math.round(sum(({ seconds }) => seconds))} s`;
  const of = `${sum(({ facts }) => facts)} facts`;
  console.log(
    breaches === 0
      ? `${killed}: each of ${of} was handled once, in the order of its key, or is dead and listed; ${sum(({ repeats }) => repeats)} calls were repeated.`
      : `${killed}, ${of}: ${breaches} breaches`,
  );
  return breaches === 0 ? 0 : 1;
}

function shown(point: CrashPoint, { kills, facts, repeats, blamed, seconds }: Outcome): string {
  return row(point, [kills.length, facts, repeats, blamed, seconds.toFixed(1)]);
}

/** On a terminal, until the row that takes its place. */
function progress(point: CrashPoint, died: number): void {
  if (process.stdout.isTTY) process.stdout.write(`${row(point, [died])}\r`);
}

function row(first: string, others: readonly (string | number)[]): string {
  return `  ${first.padEnd(34)}${others.map((cell) => String(cell).padStart(9)).join('')}`;
}

function refuse(why: string): number {
  console.error(why);
  return 1;
}

process.exit(
  await crash(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error);
    return 1;
  }),
);
