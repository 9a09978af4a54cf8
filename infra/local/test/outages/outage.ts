import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { services } from '../../src/infrastructure.js';
import { type Kept } from '../../src/kept.js';
import { type How } from '../../src/plan.js';
import { answersOk } from '../../src/probes.js';
import { isAccepted, isPutOff, type Asked } from './asked.js';
import { failedFacts, inEach } from './databases.js';
import { unnoticed } from './readiness.js';

export interface Outage {
  readonly component: 'registry' | 'redis' | 'postgres' | 'kafka';
  readonly seconds: number;
}

/** One outage as those who asked saw it, from its begin to the time when its backlog was gone. */
export interface Outcome extends Outage {
  readonly asked: number;
  readonly accepted: number;
  /** Answered 503 with problem details and Retry-After. */
  readonly putOff: number;
  readonly slowestMs: number;
  /** Facts that waited in the outboxes when it ended. */
  readonly backlog: number;
  /** From the component's return until what had waited was in the log and all services were ready. */
  readonly recoveredMs: number;
  readonly breaches: readonly string[];
}

const RECOVERED_WITHIN_MS = 60_000;
const LOOK_MS = 100;

/** Takes a component away for some seconds and waits until the services have recovered. */
export async function suffer(
  outage: Outage,
  {
    kept,
    env,
    how,
    asked,
  }: { readonly kept: Kept; readonly env: NodeJS.ProcessEnv; readonly how: How; readonly asked: readonly Asked[] },
): Promise<Outcome> {
  const { component, seconds } = outage;
  const begin = performance.now();
  await kept.halt(component, how);
  await sleep(seconds * 1_000);
  const quiet = await unnoticed(outage, env);
  await kept.resume(component);
  const back = performance.now();
  const backlog = [...(await inEach(env, 'SELECT count(*)::int AS n FROM outbox')).values()];
  const left = await untilRecovered(env, new Date());
  const recoveredMs = performance.now() - back;
  // Also those that were under way when it began.
  const requests = asked.filter(({ sentAt, ms }) => sentAt + ms >= begin);
  const breaches = [...quiet, ...left, ...(await failedFacts(env)), ...wrongAnswers(component, requests)];
  return {
    ...outage,
    asked: requests.length,
    accepted: requests.filter(isAccepted).length,
    putOff: requests.filter(isPutOff).length,
    slowestMs: requests.reduce((most, { ms }) => Math.max(most, ms), 0),
    backlog: backlog.reduce((sum, n) => sum + n, 0),
    recoveredMs,
    breaches: breaches.map((what) => `${component}: ${what}`),
  };
}

/** Only the database is needed to accept something; without it, nothing is done and it is said when to come again. */
export function wrongAnswers(
  component: Outage['component'] | undefined,
  requests: readonly Asked[],
): readonly string[] {
  return requests
    .filter((each) => !isAccepted(each) && !(component === 'postgres' && isPutOff(each)))
    .map(({ what, status, ms }) => `${what} was answered ${status || 'nothing'} after ${Math.round(ms)} ms`);
}

/** Resolves to what is still wrong when that takes too long. */
async function untilRecovered(env: NodeJS.ProcessEnv, since: Date): Promise<readonly string[]> {
  const { urls } = settings(env);
  const end = performance.now() + RECOVERED_WITHIN_MS;
  for (;;) {
    const waiting = await inEach(env, 'SELECT count(*)::int AS n FROM outbox WHERE said_at < $1', [since]);
    const wrong = [...waiting].flatMap(([service, n]) => (n > 0 ? [`${service} has ${n} facts to send`] : []));
    for (const service of services)
      if (!(await answersOk(`${urls[service]}/health/ready`).catch(() => false))) wrong.push(`${service} is not ready`);
    if (wrong.length === 0) return [];
    if (performance.now() > end) return wrong.map((what) => `${what} ${RECOVERED_WITHIN_MS / 1_000} s later`);
    await sleep(LOOK_MS);
  }
}
