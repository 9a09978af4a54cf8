import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../edge/place.js';

export interface FactsRate {
  /** Facts per second. */
  readonly rate: number;
  /** Facts per second of CPU time that the process took. */
  readonly perCpu: number;
}

/** Facts that wait for a service that answers each with inbox, locked row and outbox, in a process of its own. */
export async function factsRate(facts: number, env: Readonly<Record<string, string>>): Promise<FactsRate> {
  const script = join(root(), 'libs', 'messaging', 'dist', 'bench', 'ways', 'told-transactions.js');
  const child = fork(script, [JSON.stringify({ facts })], {
    env: { ...process.env, ...env },
    execArgv: process.execArgv,
  });
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the service ended without an answer'))),
  ])) as [FactsRate];
  return answer;
}
