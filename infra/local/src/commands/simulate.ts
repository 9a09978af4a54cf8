import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { services } from '../infrastructure.js';
import { killNine } from '../kill-nine.js';
import { shortDeadlines } from '../short-deadlines.js';
import { say } from '../terminal.js';
import { everything } from '../whole-stack.js';
import { runNode } from './run-node.js';
import { OWN_HELP, ownOptionsOf } from './simulate/own-options.js';
import { simulator } from './start.js';
import { ourLayout, withStack } from './with-stack.js';

/** Drivers are on shift by then, and riders have asked. */
const FIRST_KILL_MS = 15_000;
const BETWEEN_KILLS_MS = 4_000;

/** `npm run simulate -- ARGS`: on the stack that runs, or on one started for it. Returns the simulator's exit code. */
export async function simulate(args: readonly string[]): Promise<number> {
  const script = simulator(ourLayout());
  if (args.includes('--help')) {
    const code = await runNode(script, ['--help'], process.env);
    process.stdout.write(OWN_HELP);
    return code;
  }
  const { killNine: kill, shortenDeadlines, rest } = ownOptionsOf(args);
  const set = shortenDeadlines === undefined ? {} : shortDeadlines(shortenDeadlines);
  const wish = { components: everything, fresh: false, attach: shortenDeadlines === undefined, set };
  return withStack(wish, async (env) => {
    const over = new AbortController();
    const kills = kill ? killEach(env, over.signal) : Promise.resolve(true);
    kills.catch(() => undefined); // told below
    const code = await runNode(script, rest, env).finally(() => over.abort());
    const allKilled = await kills;
    if (!allKilled) say('The run was over before each service had been killed: it needs more rides, or less speed.');
    return allKilled ? code : code || 1;
  });
}

/** Resolves to whether each service was killed once before it was over. Throws when one does not come back. */
async function killEach(env: NodeJS.ProcessEnv, over: AbortSignal): Promise<boolean> {
  const layout = ourLayout();
  const { urls } = settings(env);
  for (const [n, service] of services.entries()) {
    const isOver = await sleep(n === 0 ? FIRST_KILL_MS : BETWEEN_KILLS_MS, false, { signal: over }).catch(() => true);
    if (isOver) return false;
    say(`  kill -9: ${service}`);
    const begin = Date.now();
    await killNine(layout, service, urls[service]);
    say(`  ${service} is ready again after ${((Date.now() - begin) / 1000).toFixed(1)} s.`);
  }
  return true;
}
