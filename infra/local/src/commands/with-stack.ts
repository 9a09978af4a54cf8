import { settings } from '@ride/configuration';
import { ordinary } from '../infrastructure.js';
import { interrupted } from '../interrupted.js';
import { keep } from '../kept.js';
import { layout as layoutOf, type Layout } from '../layout.js';
import { endLeftovers } from '../leftovers.js';
import { explain } from '../preflight/finding.js';
import { type InstancePorts } from '../plan.js';
import { preflight } from '../preflight/preflight.js';
import { runningState } from '../state.js';
import { narrate, say } from '../terminal.js';
import { Refused } from './exit.js';

export interface Wish {
  /** Components that must run. */
  readonly components: readonly string[];
  readonly fresh: boolean;
  /** Whether a stack that runs already will do. */
  readonly attach: boolean;
  /** Variables of ports that are held rightly, by what runs already. */
  readonly held?: readonly string[];
  /** Several instances of each service, on the stack that is started. */
  readonly instances?: InstancePorts;
  /** RIDE_* settings of the stack that is started; what the environment says comes first. */
  readonly set?: Readonly<Record<string, string>>;
}

/** The folder of the stack that this environment means. A malformed setting is told by preflight, in the whole list. */
export function ourLayout(): Layout {
  return layoutOf(process.env['RIDE_LOCAL_DIR'] || undefined);
}

/** Has a stack run, does the work with the environment that leads to it, and stops what it started. */
export async function withStack(wish: Wish, work: (env: NodeJS.ProcessEnv) => Promise<number>): Promise<number> {
  const layout = ourLayout();
  const there = runningState(layout);
  if (there !== undefined && wish.attach && wish.components.every((name) => there.components.includes(name))) {
    say(`Using the stack that runs already (pid ${there.keeper}).`);
    return work({ ...process.env, ...there.env });
  }
  const { keptBy, ended } = await endLeftovers(layout);
  if (ended.length > 0) say(`Ended what an earlier run had left: ${ended.join(', ')}.`);
  if (keptBy !== undefined) {
    throw new Refused('', [
      {
        code: 'already_running',
        what: `A stack runs already in ${layout.dir}, kept by pid ${keptBy}.`,
        todo: `Use that one, or stop it: Ctrl-C where it was started, or kill ${keptBy}`,
      },
    ]);
  }
  const settled = { ...wish.set, ...process.env };
  const findings = await preflight(layout, settled, wish.held);
  if (findings.length > 0) throw new Refused('', findings);
  const stops = { starts: true, stops: false };
  const { components: only, fresh, instances } = wish;
  const plan = { dir: layout.dir, only, options: ordinary, fresh, dropAfter: false, ...(instances && { instances }) };
  const kept = await keep(plan, settled, (event) => narrate(event, stops), interrupted);
  try {
    const here = settings();
    const env = { ...settled, RIDE_LOCAL_DIR: layout.dir, RIDE_ISSUER: here.identity.issuer };
    const lost = kept.gone.then(() => {
      throw new Refused(`The keeper of the stack was ended from outside. Its log: ${layout.logs}/keeper.log`);
    });
    return await Promise.race([work(env), lost]);
  } finally {
    say('Stopping…');
    stops.stops = true;
    await kept.stop();
  }
}

export function explained(error: Refused): string {
  return error.findings.length > 0 ? explain(error.findings) : error.message;
}
