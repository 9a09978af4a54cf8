/**
 * Facts per second with exactly-once effects: every fact claims its inbox id, locks and writes a row and says a fact.
 * The same handlers in batches of a thousand and of one; and, with `--prototype FILE`, a hand-written program of its own
 * that prints `batches of 1000, …: N facts/s`. Same partitions, no relay, one run, so that the ratios can be trusted.
 *
 * With `--handlings`: what it costs to say what was handled (RIDE_HANDLINGS), in pairs of runs.
 *
 *   npm run bench -- unit-of-work [--facts 48000] [--prototype FILE] [--handlings]
 */
import { spawn } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { settings } from '@ride/configuration';
import { answeringRate } from './support/answering.js';
import { median, perSecond } from './support/figures.js';

/** Runs the prototype in a folder from which it finds this project's packages. */
async function prototype(file: string, facts: number): Promise<number> {
  const script = join(import.meta.dirname, 'prototype.mjs');
  copyFileSync(file, script);
  const url = new URL('/postgres', settings().postgres.url).href;
  const child = spawn(process.execPath, [...process.execArgv, script, String(facts)], {
    env: { ...process.env, DATABASE_URL: url, KAFKA_BROKERS: settings().kafka.brokers.join(',') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let best = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(`  prototype: ${line}`);
    const found = /^batches of 1000,.*: (\d+) facts\/s/.exec(line);
    if (found) best = Number(found[1]);
  }
  rmSync(script);
  if (best === 0) throw new Error(`${file} printed no figure for batches of 1000`);
  return best;
}

/** On and off take turns, so that a machine that slows down slows both. */
async function compareHandlings(facts: number, batch: number): Promise<void> {
  const ratios: number[] = [];
  for (let pair = 1; pair <= 7; pair++) {
    const rates = { on: 0, off: 0 };
    for (const how of pair % 2 ? (['on', 'off'] as const) : (['off', 'on'] as const))
      rates[how] = await answeringRate(facts, { RIDE_BATCH_SIZE: String(batch), RIDE_HANDLINGS: how });
    ratios.push(rates.on / rates.off);
    console.log(`  pair ${pair}: ${perSecond(rates.on)} with handlings, ${perSecond(rates.off)} without`);
  }
  console.log(`batches of ${batch}, with handlings against without: ${median(ratios).toFixed(3)}x (median of 7 pairs)`);
}

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '48000' },
    prototype: { type: 'string' },
    handlings: { type: 'boolean', default: false },
  },
});
const facts = Number(values.facts);

const rateOf = (facts: number, batch: number) => answeringRate(facts, { RIDE_BATCH_SIZE: String(batch) });

async function middleOfThree(facts: number, batch: number): Promise<number> {
  const rates: number[] = [];
  for (let run = 1; run <= 3; run++) {
    const rate = await rateOf(facts, batch);
    console.log(`  run ${run}: ${perSecond(rate)}`);
    rates.push(rate);
  }
  return median(rates);
}

console.log('warming up …');
await rateOf(facts, 1_000);
if (values.handlings) {
  for (const batch of [1_000, 20]) await compareHandlings(facts, batch);
  process.exit(0);
}
console.log(`${facts} facts in batches of 1,000 …`);
const batched = await middleOfThree(facts, 1_000);
console.log(`${Math.round(facts / 6)} facts in batches of one …`);
const single = await middleOfThree(8 * Math.round(facts / 48), 1);
console.log(
  `batches of 1,000: ${perSecond(batched)}\nbatches of one:   ${perSecond(single)}\nratio:            ${(batched / single).toFixed(1)}x`,
);
if (values.prototype !== undefined) {
  const by = await prototype(resolve(process.env['INIT_CWD'] ?? '.', values.prototype), facts);
  console.log(`prototype:        ${perSecond(by)}\nratio:            ${(batched / by).toFixed(2)}x`);
}
process.exit(0);
