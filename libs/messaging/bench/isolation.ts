/**
 * What one failing key costs the others: facts of 1,000 keys on one partition at a steady rate, and how long after it was
 * due to be said each one's handling is committed. Pairs of runs, with one key's handler failing at each of its attempts
 * and without, in turn; the middle of the pairs' ratios. The failing key's facts are handled at last, in order: checked.
 *
 *   npm run bench -- isolation [--pairs 7] [--seconds 10] [--rate 400] [--backoff 250]
 */
import { parseArgs } from 'node:util';
import { createDatabase, dropDatabase, ownNamespace } from '../test/support/small-service.js';
import { median, percentile, whole } from './support/figures.js';
import { IsolatedService } from './support/isolated-service.js';
import { keysOfOnePartition } from './support/waiting-facts.js';

const KEYS = 1_000;
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '400' },
    backoff: { type: 'string', default: '250' },
  },
});
const [pairs, seconds, rate, backoff] = [values.pairs, values.seconds, values.rate, values.backoff].map(Number) as [
  number,
  number,
  number,
  number,
];

// More attempts than fit into a run: the key fails all the time.
const attempts = Math.ceil((60 * 1000) / backoff);
ownNamespace({ RIDE_RETRY_BACKOFF_MS: Array.from({ length: attempts }, () => backoff).join(',') });
await createDatabase();
const service = await IsolatedService.start(keysOfOnePartition(KEYS));

interface Run {
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
}

async function run(broken: boolean): Promise<Run> {
  const { latencies, failures } = await service.run({ broken, seconds, rate });
  if (broken !== failures > 0) throw new Error(`${failures} failures in a run that is ${broken ? '' : 'not '}broken`);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), failures };
}

console.log(`${whole(KEYS)} keys on one partition, ${rate} facts/s for ${seconds} s a run; the failing key is tried again
each ${backoff} ms. Milliseconds from saying to commit, of the other keys:`);
await run(false);
await run(true);
const ratios: number[] = [];
for (let pair = 0; pair < pairs; pair++) {
  const first = await run(pair % 2 === 1);
  const second = await run(pair % 2 === 0);
  const [without, failing] = pair % 2 === 0 ? [first, second] : [second, first];
  const ratio = failing.p99 / without.p99;
  ratios.push(ratio);
  console.log(
    `  pair ${pair + 1}: p50 ${without.p50} / ${failing.p50}, p99 ${without.p99} / ${failing.p99}: ${ratio.toFixed(2)}x (${failing.failures} failed attempts)`,
  );
}
console.log(`p99 with a failing key against without, middle of ${pairs} pairs: ${median(ratios).toFixed(2)}x`);
await service.stop();
await dropDatabase();
process.exit(0);
