import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs `bench/ways/NAME.ts` in a process of its own, with this process's environment, and resolves to what it answers. Ways
 * must not share a process: our log mends kafkajs for everybody in it, and one way's garbage would be another's pause.
 */
export async function inChild<J, R>(way: string, job: J): Promise<R> {
  const child = startChild(way, job);
  const answer = await nextMessage<R>(child);
  await ended(child);
  return answer;
}

/** What the process says next; rejects when it ends instead. */
export function nextMessage<R>(child: ChildProcess): Promise<R> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null, signal: string | null): void =>
      reject(new Error(`a process ended without an answer (${code ?? signal})`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message as R);
    });
  });
}

export function startChild<J>(way: string, job: J): ChildProcess {
  return fork(join(import.meta.dirname, '..', 'ways', `${way}.js`), [JSON.stringify(job)], {
    execArgv: process.execArgv,
  });
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** In the child: what it shall do. It does not outlive its parent. */
export function job<J>(): J {
  process.once('disconnect', () => process.exit(1));
  return JSON.parse(process.argv[2]!) as J;
}

/** In the child: the answer, and its end. */
export function answer(result: unknown): void {
  process.send!(result, () => process.exit(0));
}
