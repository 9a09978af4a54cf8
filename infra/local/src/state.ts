import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from '@ride/configuration';
import { type Layout } from './layout.js';
import { type State } from './plan.js';
import { commandLine, isAlive } from './processes.js';

const secrets = new Set<string>(VARIABLES.filter(({ kind }) => kind === 'secret').map(({ name }) => name));

/** Its keeper has this on its command line. */
export function keeperMarker({ run }: Layout): string {
  return `--keeper-of=${run}`;
}

export function writeState(layout: Layout, state: State): void {
  writeFileSync(join(layout.run, 'state.json'), JSON.stringify(state, undefined, 2));
}

export function removeState(layout: Layout): void {
  rmSync(join(layout.run, 'state.json'), { force: true });
}

/** The stack that is up in this layout; undefined when none is, or when its keeper is gone. */
export function runningState(layout: Layout): State | undefined {
  let state: State;
  try {
    state = JSON.parse(readFileSync(join(layout.run, 'state.json'), 'utf8')) as State;
  } catch {
    return undefined;
  }
  const ours = isAlive(state.keeper) && commandLine(state.keeper).includes(keeperMarker(layout));
  return ours ? state : undefined;
}

/** Without secrets: what they are is kept in no file. */
export function rideVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  const pairs = Object.entries(env).filter(([name]) => name.startsWith('RIDE_') && !secrets.has(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name, value ?? '']));
}
