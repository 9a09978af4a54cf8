import { readFileSync } from 'node:fs';
import { type FromKeeper } from './plan.js';

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The last lines of a log, for the reader of a failure; never more than 4 KB. */
export function lastLines(file: string, count = 15): string {
  try {
    const lines = readFileSync(file, 'utf8').slice(-4000).trimEnd().split('\n').slice(-count);
    return lines.map((line) => `  | ${line}`).join('\n');
  } catch {
    return '  | (no log)';
  }
}

/** What the keeper tells, as lines. Stops are shown only when `verbose`. */
export function narrate(event: FromKeeper, shown: { readonly starts: boolean; readonly stops: boolean }): void {
  switch (event.kind) {
    case 'ready':
      if (shown.starts) say(`  ${event.name.padEnd(13)} ready after ${(event.ms / 1000).toFixed(1)} s`);
      return;
    case 'died':
      say(
        `  ${event.name} ended (${event.how}); it is started again in ${event.againInMs / 1000} s. Its log: ${event.log}`,
      );
      return;
    case 'back':
      say(`  ${event.name} is back.`);
      return;
    case 'stopped':
      if (shown.stops) say(`  ${event.name.padEnd(13)} stopped`);
      return;
    case 'halted':
    case 'up':
    case 'failed':
      return;
  }
}
