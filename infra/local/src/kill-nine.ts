import { setTimeout as sleep } from 'node:timers/promises';
import { type Layout } from './layout.js';
import { stillRunning } from './pid-files.js';
import { answersOk } from './probes.js';

const BACK_WITHIN_MS = 90_000;

/**
 * Ends a service (or one instance of it) of a running stack as by `kill -9`. Resolves when its keeper has started it again and it is ready at `url`.
 * Throws when it does not run, or is not back after 90 s.
 */
export async function killNine(layout: Layout, service: string, url: string): Promise<void> {
  const killed = pidOf(layout, service);
  if (killed === undefined) throw new Error(`${service} does not run in ${layout.dir}.`);
  process.kill(killed, 'SIGKILL');
  const until = Date.now() + BACK_WITHIN_MS;
  for (;;) {
    const now = pidOf(layout, service);
    const isNew = now !== undefined && now !== killed;
    if (isNew && (await answersOk(`${url}/health/ready`).catch(() => false))) return;
    if (Date.now() > until) throw new Error(`${service} is not back ${BACK_WITHIN_MS / 1000} s after it was killed.`);
    await sleep(50);
  }
}

export function pidOf(layout: Layout, service: string): number | undefined {
  return stillRunning(layout.run).find(({ name }) => name === service)?.pid;
}
