import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that stands still until it is let go on. */
export interface Frozen {
  /** Resolves when it goes on. May be called more than once. */
  thaw(): Promise<void>;
}

/**
 * Stops a process by SIGSTOP. If this process dies before it lets it go on, however that happens, the process goes on all the
 * same: a guard waits at the other end of a pipe, which closes then. Rejects, and nothing is frozen, where there is no guard.
 */
export async function freeze(pid: number): Promise<Frozen> {
  // Of a group of its own: a Ctrl-C in the terminal must not end it before its time.
  const guard = spawn('/bin/sh', ['-c', 'cat > /dev/null; kill -CONT "$1"', 'thaw', `${pid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(guard, 'spawn');
  const gone = once(guard, 'exit');
  gone.catch(() => undefined);
  try {
    process.kill(pid, 'SIGSTOP');
  } catch (error) {
    guard.stdin.end();
    throw error;
  }
  return {
    async thaw() {
      guard.stdin.end();
      await gone;
    },
  };
}
