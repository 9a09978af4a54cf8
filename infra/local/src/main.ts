import { bench } from './commands/bench.js';
import { breakIt } from './commands/break.js';
import { chaos } from './commands/chaos.js';
import { crash } from './commands/crash.js';
import { deadLetters } from './commands/dead-letters.js';
import { Refused } from './commands/exit.js';
import { fuzz } from './commands/fuzz.js';
import { journey } from './commands/journey.js';
import { mutants } from './commands/mutants.js';
import { outages } from './commands/outages.js';
import { races } from './commands/races.js';
import { simulate } from './commands/simulate.js';
import { start } from './commands/start.js';
import { test } from './commands/test.js';
import { token } from './commands/token.js';
import { world } from './commands/world.js';
import { explained } from './commands/with-stack.js';
import { interrupted } from './interrupted.js';
import { StackFailed } from './kept.js';
import { lastLines } from './terminal.js';

const commands: Partial<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start,
  simulate,
  bench,
  chaos,
  mutants,
  crash,
  outages,
  races,
  fuzz,
  'dead-letters': deadLetters,
  break: breakIt,
  journey,
  token,
  world,
  test,
};

/** What went wrong, for whoever sits before the terminal. */
function told(error: unknown): string {
  if (error instanceof Refused) return explained(error);
  if (error instanceof StackFailed) {
    if (interrupted.aborted) return 'Stopped.';
    const log = error.log === undefined ? [] : [`The end of ${error.log}:`, lastLines(error.log)];
    const todo = 'Everything is stopped. If the state of an earlier run is to blame: npm start -- --fresh';
    return [error.message, ...log, todo].join('\n');
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (command === undefined) throw new Refused(`Unknown command ${name}: ${Object.keys(commands).join(', ')}`);
  process.exitCode = await command(args);
} catch (error) {
  console.error(told(error));
  process.exitCode = interrupted.aborted ? 130 : 1;
}
// The channel to set-up would keep this process alive.
process.exit();
