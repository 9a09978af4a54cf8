import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !commandLine(pid).startsWith('(zombie)');
}

/** The command line of a process with spaces between its words; empty when it can't be had. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const state = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (state === 'Z' || state === 'X') return '(zombie)';
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    }
    if (process.platform === 'win32') {
      const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
      return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' }).trim();
    }
    return execFileSync('ps', ['-p', `${pid}`, '-ww', '-o', 'command='], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

export async function endsWithin(pid: number, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Asks a process to end, kills it when it has not ended in time. */
export async function end(pid: number, signal: NodeJS.Signals, withinMs: number): Promise<void> {
  for (const each of [signal, 'SIGKILL'] as const) {
    try {
      process.kill(pid, each);
    } catch {
      return;
    }
    if (await endsWithin(pid, each === 'SIGKILL' ? 10_000 : withinMs)) return;
  }
}
