import { parseArgs } from 'node:util';
import { settings } from '@ride/configuration';
import { Refused } from '../../src/commands/exit.js';
import { ordinary } from '../../src/infrastructure.js';
import { interrupted, interruption } from '../../src/interrupted.js';
import { StackFailed } from '../../src/kept.js';
import { startOwnStack } from '../../src/own-stack.js';
import { lastLines, narrate, say } from '../../src/terminal.js';
import { everything } from '../../src/whole-stack.js';
import { kafkaOf, RACING, ridesTopicOf, type Arena } from './arena.js';
import { faults } from './judge.js';
import { type Finish } from './lane.js';
import { photoFinishes } from './photo-finish.js';
import { RideLog } from './ride-log.js';
import { tableOf } from './table.js';

const HELP = `Lets an acceptance, the expiry of its offer and a wish to cancel come in the same moment, on a stack of its own, and checks that each ride has one end that its people and all five services agree on.

Usage: npm run races -- [options]

  --races N    how many (default 200)
  --lanes N    how many at the same time, each in a part of the city of its own, 1 to 40 (default 20)
  --help       shows this

Exit code: 0 each had one end, 1 not.
`;

async function races(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      races: { type: 'string', default: '200' },
      lanes: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [count, lanes] = [Number(values.races), Number(values.lanes)];
  if (!(Number.isInteger(count) && count > 0)) throw new Refused('--races is a whole number above 0.');
  if (!(Number.isInteger(lanes) && lanes > 0 && lanes <= 40)) throw new Refused('--lanes is a number from 1 to 40.');

  say('Starting a stack of its own …');
  const stack = await startOwnStack({
    only: everything,
    options: ordinary,
    more: { ...RACING, RIDE_LOG_LEVEL: 'warn' },
    tell: (event) => narrate(event, { starts: true, stops: false }),
    interrupted,
  });
  try {
    const ended = Promise.race([interruption(), stack.kept.gone]).then(() => {
      throw new Refused('It was broken off, or the keeper of the stack has ended.');
    });
    const { layout } = stack.kept;
    const arena = { settings: settings(stack.env), env: { ...process.env, ...stack.env }, layout };
    const [finishes, log] = await Promise.race([run(arena, count, lanes), ended]);
    const wrong = await faults(arena, log, finishes);
    say(tableOf(finishes, log));
    await log.stop();
    for (const fault of wrong) say(`BROKEN ${fault}`);
    if (wrong.length === 0) say(`${finishes.length} races: each ride had one end, which everybody agrees on.`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    say('Stopping…');
    await stack.kept.stop();
  }
}

async function run(arena: Arena, count: number, lanes: number): Promise<readonly [readonly Finish[], RideLog]> {
  const log = await RideLog.follow(kafkaOf(arena), ridesTopicOf(arena));
  say(`\n${count} races in heats of ${lanes}; a heat takes ${Number(RACING.RIDE_SEARCH_MS) / 1000} s.`);
  return [await photoFinishes(arena, count, lanes), log];
}

let code: number;
try {
  code = await races(process.argv.slice(2));
} catch (error) {
  const isTold = error instanceof Refused || error instanceof StackFailed;
  if (error instanceof StackFailed && error.log !== undefined) console.error(lastLines(error.log));
  console.error(isTold || !(error instanceof Error) ? String(error) : error.stack);
  code = interrupted.aborted ? 130 : 1;
}
process.exit(code);
