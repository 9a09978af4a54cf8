import { writeFile } from 'node:fs/promises';
import { NoAnswer, RideProblem } from '@ride/client';
import { ConfigurationError } from '@ride/configuration';
import { optionsOf, type Options } from './arguments.js';
import { reportOf } from './figures/report.js';
import { findSpeed } from './find-speed.js';
import { firstRide } from './first-ride/first-ride.js';
import { simulate } from './run/simulation.js';
import { SimulatorError, UsageError } from './simulator-error.js';
import { readTrips } from './trips/read-trips.js';
import { USAGE } from './usage.js';

const interrupted = new AbortController();
process.once('SIGINT', () => {
  console.log('\nThe run is broken off; drivers go off shift. Ctrl-C again ends at once.');
  interrupted.abort(new Error('interrupted'));
});

async function run(options: Options): Promise<number> {
  const { mode, trips: file, limit, every } = options;
  if (mode === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const trips = await readTrips(file, mode === 'first-ride' ? 1 : limit, every);
  const plan = { ...options, trips };
  switch (mode) {
    case 'first-ride':
      return (await firstRide(plan, interrupted.signal)) ? 0 : 1;
    case 'find-speed':
      return (await findSpeed(plan, interrupted.signal)) ? 0 : 1;
    case 'simulate': {
      const summary = await simulate(plan, interrupted.signal);
      console.log(reportOf(summary));
      if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(summary, null, 2)}\n`);
      return summary.reconciliation.ok ? 0 : 1;
    }
  }
}

function isToldAsItIs(error: unknown): error is Error & { readonly code: string } {
  return [SimulatorError, RideProblem, NoAnswer, ConfigurationError].some((kind) => error instanceof kind);
}

/** What went wrong, in words, and the exit code. What nobody expected is thrown on, with its stack. */
function failed(error: unknown): number {
  if (interrupted.signal.aborted) return 130;
  if (error instanceof UsageError) {
    console.error(`${error.message}  [${error.code}]\n\n${USAGE}`);
    return 2;
  }
  if (isToldAsItIs(error)) {
    console.error(`${error.message}  [${error.code}]`);
    return error instanceof SimulatorError && error.code.startsWith('trips_') ? 2 : 1;
  }
  throw error;
}

let code: number;
try {
  code = await run(optionsOf(process.argv.slice(2)));
} catch (error) {
  code = failed(error);
}
process.exit(interrupted.signal.aborted ? 130 : code);
