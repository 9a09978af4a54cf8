/**
 * Facts per second with exactly-once effects: every fact claims its inbox id, locks and writes a row and says a fact.
 * The same handlers in batches of a thousand and of one; and, with `--prototype FILE`, a hand-written program of its own
 * that prints `batches of 1000, …: N facts/s`. Same partitions, no relay, one run, so that the ratios can be trusted.
 *
 *   npm run bench -- unit-of-work [--facts 48000] [--prototype FILE]
 */
import { spawn } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { settings } from '@ride/configuration';
import { RideAcceptanceRefused, RideAccepted } from '@ride/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { On, type Tx } from '../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
} from '../test/support/small-service.js';

@Entity('answer')
class AnswerRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') state!: { readonly acceptances: number; readonly driverId: string };
}

let handled = 0;
let began = 0;
class Handlers {
  @On(RideAccepted)
  async accepted({ data }: RideAccepted, tx: Tx): Promise<void> {
    if (handled++ === 0) began = performance.now();
    const row = await tx.load(AnswerRow, data.rideId);
    const acceptances = (row?.state.acceptances ?? 0) + 1;
    tx.save(AnswerRow, { id: data.rideId, state: { acceptances, driverId: data.driverId } });
    tx.publish(RideAcceptanceRefused({ ...data, reason: 'already_booked' }));
  }
}

/** Facts per second of one service that finds `facts` of them waiting; throws when an effect is missing or doubled. */
async function measure(facts: number, batch: number): Promise<number> {
  ownNamespace({ RIDE_BATCH_SIZE: String(batch) });
  await createDatabase();
  const tables = 'CREATE TABLE answer (id uuid PRIMARY KEY, state jsonb NOT NULL)';
  const service = await smallService(Handlers, tables, 'booking', { relay: false });
  handled = 0;
  await sayFacts(facts);
  await service.app.listen();
  const count = async () => {
    const [row]: { n: number }[] = await service.runtime.data.query('SELECT count(*)::int AS n FROM outbox');
    return row!.n;
  };
  await until(
    () => Promise.resolve(handled),
    (n) => n >= facts,
    600_000,
  );
  await until(count, (n) => n >= facts, 600_000);
  const seconds = (performance.now() - began) / 1000;
  const [effects]: { n: number; sum: number }[] = await service.runtime.data.query(
    "SELECT (SELECT count(*)::int FROM inbox) AS n, (SELECT sum((state->>'acceptances')::int)::int FROM answer) AS sum",
  );
  if (effects!.n !== facts || effects!.sum !== facts || (await count()) !== facts)
    throw new Error(`${facts} facts had ${JSON.stringify(effects)} effects`);
  await service.app.close();
  await dropDatabase();
  return facts / seconds;
}

async function sayFacts(facts: number): Promise<void> {
  const { ensureTopics, kafkaLog } = await import('../src/index.js');
  const { makeLogger } = await import('@ride/observability');
  const { kafka, namespace } = settings();
  const admin = await kafkaLog({
    brokers: kafka.brokers,
    clientId: 'bench',
    logger: makeLogger('bench', 'silent'),
  }).admin();
  await ensureTopics(admin, [RideAccepted.topic], { namespace, replication: 1 });
  await until(
    () => admin.endOffsets(`${namespace}${RideAccepted.topic.name}`).catch(() => null),
    (offsets) => offsets !== null,
  );
  await admin.close();
  const saying = await Saying.open();
  const rides = Array.from({ length: facts / 8 }, () => v7());
  for (let i = 0; i < facts; i += 500)
    await saying.say(
      Array.from({ length: Math.min(500, facts - i) }, (_, j) => ({
        fact: RideAccepted({ rideId: rides[(i + j) % rides.length]!, offerId: v7(), driverId: v7() }),
      })),
    );
  await saying.close();
}

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

const { values } = parseArgs({
  options: { facts: { type: 'string', default: '48000' }, prototype: { type: 'string' } },
});
const facts = Number(values.facts);
const shown = (rate: number) => `${Math.round(rate).toLocaleString('en')} facts/s`;

/** The middle one of three runs: machines are noisy. */
async function median(facts: number, batch: number): Promise<number> {
  const rates: number[] = [];
  for (let run = 1; run <= 3; run++) {
    const rate = await measure(facts, batch);
    console.log(`  run ${run}: ${shown(rate)}`);
    rates.push(rate);
  }
  return rates.sort((a, b) => a - b)[1]!;
}

console.log('warming up …');
await measure(facts, 1_000);
console.log(`${facts} facts in batches of 1,000 …`);
const batched = await median(facts, 1_000);
console.log(`${Math.round(facts / 6)} facts in batches of one …`);
const single = await median(8 * Math.round(facts / 48), 1);
console.log(
  `batches of 1,000: ${shown(batched)}\nbatches of one:   ${shown(single)}\nratio:            ${(batched / single).toFixed(1)}x`,
);
if (values.prototype !== undefined) {
  const by = await prototype(resolve(process.env['INIT_CWD'] ?? '.', values.prototype), facts);
  console.log(`prototype:        ${shown(by)}\nratio:            ${(batched / by).toFixed(2)}x`);
}
process.exit(0);
