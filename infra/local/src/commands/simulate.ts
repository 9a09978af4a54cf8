import { settings } from '@ride/configuration';
import { freePorts } from '../free-ports.js';
import { apps, services } from '../infrastructure.js';
import { type InstancePorts } from '../plan.js';
import { shortDeadlines } from '../short-deadlines.js';
import { say } from '../terminal.js';
import { everything, everythingWith, instanceName } from '../whole-stack.js';
import { runNode } from './run-node.js';
import { killEach, killInTurn, type Target } from './simulate/kills.js';
import { OWN_HELP, ownOptionsOf, type OwnOptions } from './simulate/own-options.js';
import { simulator } from './start.js';
import { ourLayout, withStack } from './with-stack.js';

/** `npm run simulate -- ARGS`: on the stack that runs, or on one started for it. Returns the simulator's exit code. */
export async function simulate(args: readonly string[]): Promise<number> {
  const script = simulator(ourLayout());
  if (args.includes('--help')) {
    const code = await runNode(script, ['--help'], process.env);
    process.stdout.write(OWN_HELP);
    return code;
  }
  const options = ownOptionsOf(args);
  const { shortenDeadlines } = options;
  const instances = options.instances === undefined ? undefined : await portsOf(options.instances);
  const wish = {
    components: instances === undefined ? everything : everythingWith(instances),
    fresh: false,
    attach: shortenDeadlines === undefined && instances === undefined,
    set: shortenDeadlines === undefined ? {} : shortDeadlines(shortenDeadlines),
    ...(instances && { instances }),
  };
  return withStack(wish, async (env) => {
    const over = new AbortController();
    const kills = killed(options, targetsIn(env, instances), over.signal);
    kills.catch(() => undefined); // told below
    const code = await runNode(script, options.rest, env).finally(() => over.abort());
    const allKilled = await kills;
    if (!allKilled) say('The run was over before all had been killed: it needs more rides, or less speed.');
    return allKilled ? code : code || 1;
  });
}

function killed(
  { killNine, killNineEvery }: OwnOptions,
  targets: readonly Target[],
  over: AbortSignal,
): Promise<boolean> {
  const layout = ourLayout();
  if (killNineEvery !== undefined) return killInTurn(layout, targets, { seconds: killNineEvery, over });
  return killNine ? killEach(layout, targets, over) : Promise.resolve(true);
}

/** The first instance of each service, then the second of each. */
function targetsIn(env: NodeJS.ProcessEnv, instances: InstancePorts | undefined): readonly Target[] {
  const { urls } = settings(env);
  if (instances === undefined) return services.map((name) => ({ name, url: urls[name] }));
  const all = services.flatMap((name) =>
    instances[name].map((port, n) => ({ name: instanceName(name, n), url: `http://127.0.0.1:${port}`, n })),
  );
  return all.sort((a, b) => a.n - b.n);
}

async function portsOf(instances: number): Promise<InstancePorts> {
  const ports = await freePorts(instances * apps.length);
  const each = apps.map((name, n) => [name, ports.slice(n * instances, (n + 1) * instances)] as const);
  return Object.fromEntries(each) as unknown as InstancePorts;
}
