import { createDatabase, dropDatabase, ownNamespace } from '../../test/support/small-service.js';
import { inChild } from './child.js';
import type { EffectsJob, EffectsTime } from './effects.js';
import { median, whole } from './figures.js';
import { keysOfOnePartition, sayWaiting } from './waiting-facts.js';

const RECORDS = 10_000;
const EFFECT_MS = 10;
const AT_ONCE = 50;
/** What would take long is measured with so many seconds' worth of effects. */
const LONG_SECONDS = 5;

/** A way to have effects: how many it has under way at most, of so many keys. */
interface Way {
  readonly name: string;
  readonly script: string;
  atOnce(keys: number): number;
}
const OURS: Way = { name: '@Effect', script: 'our-effects', atOnce: (keys) => Math.min(keys, AT_ONCE) };
const EACH: Way = { name: 'kafkajs eachMessage', script: 'each-message-effects', atOnce: () => 1 };
const NEST: Way = { name: 'NestJS Kafka transport', script: 'nest-effects', atOnce: () => 1 };
const NO_LOG: Way = { name: `no log: ${AT_ONCE} timers at once`, script: 'timers', atOnce: () => AT_ONCE };

interface Measured extends EffectsTime {
  readonly records: number;
}

async function measure(way: Way, keys: number, isWhole: boolean): Promise<Measured> {
  const quick = Math.round((way.atOnce(keys) * LONG_SECONDS * 1000) / EFFECT_MS);
  const facts = isWhole ? RECORDS : Math.min(RECORDS, quick);
  ownNamespace();
  await createDatabase();
  await sayWaiting(facts, keysOfOnePartition(keys));
  const job: EffectsJob = { facts, effectMs: EFFECT_MS, atOnce: AT_ONCE };
  const { seconds } = await inChild<EffectsJob, EffectsTime>(way.script, job);
  await dropDatabase();
  return { records: facts, seconds };
}

/** Seconds for all records, had there been so many. */
const allOf = ({ records, seconds }: Measured): number => (seconds * RECORDS) / records;

/** Never as if it had been measured, when it was not. */
function told(way: Way, keys: string, measured: Measured): void {
  const { records, seconds } = measured;
  const line = `  ${way.name.padEnd(28)} ${keys.padEnd(12)}`;
  if (records === RECORDS) console.log(`${line} ${seconds.toFixed(2)} s`);
  else
    console.log(
      `${line} about ${Math.round(allOf(measured))} s, EXTRAPOLATED from ${whole(records)} records in ${seconds.toFixed(2)} s (--whole measures it)`,
    );
}

export async function compareEffects(isWhole: boolean): Promise<void> {
  console.log(
    `${whole(RECORDS)} records on one partition, effect of ${EFFECT_MS} ms, at most ${AT_ONCE} at once; from the first effect's begin to the last one's end`,
  );
  told(NO_LOG, '', await measure(NO_LOG, 1_000, isWhole));
  for (const keys of [1, 5, 20]) told(OURS, keyed(keys), await measure(OURS, keys, isWhole));
  const runs: Measured[] = [];
  for (let run = 1; run <= 3; run++) runs.push(await measure(OURS, 1_000, isWhole));
  const seconds = runs.map((run) => run.seconds);
  told(OURS, keyed(1_000), { records: RECORDS, seconds: median(seconds) });
  console.log(`    (the middle of ${seconds.map((each) => each.toFixed(2)).join(', ')})`);
  for (const way of [EACH, NEST]) {
    const stock = await measure(way, 1_000, isWhole);
    told(way, 'any number', stock);
    const ratio = allOf(stock) / median(seconds);
    const how = stock.records === RECORDS ? '' : 'about ';
    console.log(`    @Effect at 1,000 keys is ${how}${ratio.toFixed(1)}x as fast`);
  }
}

const keyed = (keys: number): string => (keys === 1 ? '1 key' : `${whole(keys)} keys`);
