import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from './processes.js';

/** A process that a stack started, written down so that a later start can end it when its keeper could not. */
export interface Recorded {
  readonly name: string;
  readonly pid: number;
  /** Text that its command line has as long as the pid is still that process. */
  readonly marker: string;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
}

export function record(run: string, process: Recorded): void {
  mkdirSync(run, { recursive: true });
  writeFileSync(join(run, `${process.name}.pid`), JSON.stringify(process));
}

export function forget(run: string, name: string): void {
  rmSync(join(run, `${name}.pid`), { force: true });
}

/** Recorded processes that still run. Files of those that don't, or whose pid is another program's now, are removed. */
export function stillRunning(run: string): Recorded[] {
  if (!existsSync(run)) return [];
  const found: Recorded[] = [];
  for (const file of readdirSync(run).filter((each) => each.endsWith('.pid'))) {
    const recorded = parse(join(run, file));
    if (recorded !== undefined && isAlive(recorded.pid) && commandLine(recorded.pid).includes(recorded.marker)) {
      found.push(recorded);
    } else {
      rmSync(join(run, file), { force: true });
    }
  }
  return found;
}

function parse(file: string): Recorded | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  } catch {
    // A file that was being written when its keeper was killed.
    return undefined;
  }
}
