import { randomInt } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settings, type Settings } from '@ride/configuration';
import { nothing, reportIn, together, type Fuzzed } from '../fuzz/report.js';
import { schemathesis } from '../fuzz/python.js';
import { tableOf } from '../fuzz/table.js';
import { ordinary, services, type ServiceName } from '../infrastructure.js';
import { interrupted } from '../interrupted.js';
import { layout as layoutOf } from '../layout.js';
import { startOwnStack } from '../own-stack.js';
import { narrate, say } from '../terminal.js';
import { everything } from '../whole-stack.js';
import { Refused } from './exit.js';
import { runTool } from './run-tool.js';
import { developmentToken } from './token.js';

const HELP = `npm run fuzz -- [--requests N] [--seed N] [SERVICE …]
Asks each service, on a stack of its own, what its OpenAPI document allows and what it doesn't, with schemathesis and all of
its checks: at least N requests each (5000). The seed of a run that found something finds it again. Needs Python 3.10 or newer.
`;
const OWNERS = { rider: 'rider', driver: 'driver', notification: 'rider', matching: 'operator', booking: 'operator' };
/** Most cases that one operation is tried with in one round; fewer where few requests are wished. */
const MOST_CASES = 200;
const MOST_ROUNDS = 10;

interface Place {
  readonly root: string;
  readonly program: string;
  readonly settings: Settings;
}

/** `npm run fuzz`. */
export async function fuzz(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      requests: { type: 'string', default: '5000' },
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [least, seed] = [Number(values.requests), Number(values.seed)];
  const chosen = positionals.length === 0 ? services : services.filter((name) => positionals.includes(name));
  if (!(least > 0) || !Number.isInteger(seed) || (positionals.length > 0 && chosen.length !== positionals.length))
    throw new Refused(HELP);

  const { root } = layoutOf();
  const program = await schemathesis(root);
  say('Starting a stack of its own …');
  const stack = await startOwnStack({
    only: everything,
    options: { ...ordinary, durable: false },
    // What operators may be allowed to do is asked, too; and nobody is told to come again later.
    more: {
      RIDE_LOG_LEVEL: 'error',
      RIDE_DEAD_LETTER_EDIT: 'allow',
      RIDE_LIMIT_PERSON: 'off',
      RIDE_LIMIT_ADDRESS: 'off',
    },
    tell: (event) => narrate(event, { starts: false, stops: false }),
    interrupted,
  });
  try {
    const place = { root, program, settings: settings(stack.env) };
    const found: [ServiceName, Fuzzed][] = [];
    for (const service of chosen) found.push([service, await fuzzed(place, service, least, seed)]);
    say(`\n${tableOf(found, seed)}`);
    return found.every(([, { failures }]) => failures.length === 0) ? 0 : 1;
  } finally {
    await stack.kept.stop();
  }
}

/** Rounds of one service until it was asked often enough, or something is wrong. */
async function fuzzed(place: Place, service: ServiceName, least: number, seed: number): Promise<Fuzzed> {
  let sum = nothing;
  try {
    for (let round = 0; round < MOST_ROUNDS && sum.requests < least && sum.failures.length === 0; round++)
      sum = together(sum, await roundOf(place, service, least, seed + round));
  } catch (error) {
    // The other services are asked all the same.
    if (!(error instanceof Refused) || interrupted.aborted) throw error;
    return { ...sum, failures: [error.message] };
  }
  if (sum.failures.length > 0 || sum.requests >= least) return sum;
  return { ...sum, failures: [`only ${sum.requests} requests in ${MOST_ROUNDS} rounds: ${least} were wished`] };
}

async function roundOf(
  { root, program, settings }: Place,
  service: ServiceName,
  least: number,
  seed: number,
): Promise<Fuzzed> {
  const cases = Math.min(MOST_CASES, Math.ceil(least / 25));
  const folder = join(root, '.local', 'fuzz');
  const report = join(folder, `${service}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const { issuer } = settings.identity;
  const env = {
    ...process.env,
    RIDE_FUZZ_OWNER: await developmentToken(issuer, OWNERS[service]),
    RIDE_FUZZ_OPERATOR: await developmentToken(issuer, 'operator'),
  };
  // One worker: with two, Python 3.11 at times takes the depth of one thread's parser for the other's (cpython#106905).
  const args = [
    ...['--config-file', join(root, 'infra', 'local', 'fuzz', 'schemathesis.toml')],
    ...['run', join(root, 'docs', 'openapi', `${service}.json`), '--url', settings.urls[service]],
    ...['--max-examples', String(cases), '--seed', String(seed), '--workers', '1', '--no-color'],
    ...['--report', 'json', '--report-json-path', report],
  ];
  await runTool(program, args, { cwd: folder, env });
  return reportIn(report, service);
}
