import { reportOf } from './figures/report.js';
import { simulate, type Plan } from './run/simulation.js';

/** Most that the p99 of request to offer may be, in milliseconds. */
const LIMIT_MS = 250;
const FASTER = 1.5;
const MOST_RUNS = 12;

/**
 * Runs with rising speed until the p99 of request to offer, of rides that had a free driver near, reaches 250 ms; a wait for a
 * driver to become free says nothing about the services. Resolves to whether every run reconciled.
 */
export async function findSpeed(plan: Plan, interrupt: AbortSignal): Promise<boolean> {
  const rows: string[] = [];
  let [best, ok] = [0, true];
  let speed = plan.speed;
  for (let run = 0; run < MOST_RUNS && ok && !interrupt.aborted; run++, speed = Math.round(speed * FASTER)) {
    console.log(`\nSpeed ${speed}`);
    const summary = await simulate({ ...plan, speed }, interrupt);
    console.log(reportOf(summary));
    ok = summary.reconciliation.ok;
    const p99 = summary.waits.offerDriverNear?.p99 ?? Infinity;
    rows.push(
      `  speed ${speed}: ${summary.rideRequestsPerSecond.toFixed(1)} ride requests/s, ` +
        `p99 ${Math.round(p99)} ms, ${ok ? 'reconciled' : 'not reconciled'}`,
    );
    if (p99 >= LIMIT_MS) break;
    best = speed;
  }
  console.log(`\nRequest → offer, a driver near:\n${rows.join('\n')}`);
  console.log(`Highest speed with a p99 under ${LIMIT_MS} ms: ${best === 0 ? 'none that was tried' : best}.`);
  return ok;
}
