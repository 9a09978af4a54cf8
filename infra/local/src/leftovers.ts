import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layout as layoutOf, type Layout } from './layout.js';
import { forget, stillRunning, type Recorded } from './pid-files.js';
import { end, endsWithin } from './processes.js';

/**
 * Ends what a keeper left that was itself killed. Returns the keeper's pid when a stack is alive and kept: that one is not
 * ours to end. A keeper that is just stopping its stack is waited for.
 */
export async function endLeftovers(
  layout: Layout,
): Promise<{ readonly keptBy?: number; readonly ended: readonly string[] }> {
  const keeper = stillRunning(layout.run).find(({ name }) => name === 'keeper');
  if (keeper !== undefined) {
    const stopping = !existsSync(join(layout.run, 'state.json'));
    if (!stopping || !(await endsWithin(keeper.pid, 30_000))) return { keptBy: keeper.pid, ended: [] };
  }
  const left = stillRunning(layout.run);
  // Services first, what they build on last, as in an orderly stop.
  for (const names of [['postgres'], ['redis', 'kafka'], ['registry', 'issuer']].reverse()) {
    await endAll(
      layout,
      left.filter(({ name }) => !isBelow(name)),
    );
    await endAll(
      layout,
      left.filter(({ name }) => names.includes(name)),
    );
  }
  return { ended: left.map(({ name }) => name) };
}

function isBelow(name: string): boolean {
  return ['postgres', 'redis', 'kafka', 'registry', 'issuer'].includes(name);
}

async function endAll(layout: Layout, processes: readonly Recorded[]): Promise<void> {
  await Promise.all(
    processes.map(async ({ name, pid, stopSignal }) => {
      await end(pid, stopSignal, 15_000);
      forget(layout.run, name);
    }),
  );
}

/** Folders of test runs whose keeper was killed: their processes are ended, they are deleted. */
export async function sweepTestRuns(local: string): Promise<void> {
  if (!existsSync(local)) return;
  for (const name of readdirSync(local).filter((each) => each.startsWith('test-'))) {
    const layout = layoutOf(join(local, name));
    // Just being made: no keeper has written its pid yet.
    if (!existsSync(layout.run)) continue;
    const { keptBy } = await endLeftovers(layout);
    if (keptBy === undefined) rmSync(layout.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
