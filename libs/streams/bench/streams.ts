/**
 * Records per second in catching up: counts by key in windows of a minute, from the first record to the last commit. With state in
 * the log alone, with a copy on disk, and by Kafka Streams on the same topic, at least once and exactly once; then how long it takes to
 * restore. One process, one thread each.
 *
 *   npm run bench -- streams [--records 1000000] [--keys 10000] [--no-kafka-streams]
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forgetSettings, settings } from '@ride/configuration';
import { factHeaders, openSchemas, physicalTopic } from '@ride/events';
import { kafkaLog } from '@ride/messaging';
import { makeLogger } from '@ride/observability';
import { v7 } from 'uuid';
import { connect } from '../src/log/connect.js';
import { makeTopics } from '../src/log/admin.js';
import { streams, type Streams } from '../src/streams.js';
import { CameLate, Counted, Visited } from '../src/testing/support/shop.js';
import { minutes, seconds } from '../src/windows/window.js';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    keys: { type: 'string', default: '10000' },
    'no-kafka-streams': { type: 'boolean', default: false },
  },
});
const records = Number(values.records);
const keys = Number(values.keys);
const PARTITIONS = 12;
const ROOT = join(import.meta.dirname, '../../../..');
const JARS = join(ROOT, '.local', 'jars', 'kafka-streams');

process.env['RIDE_NAMESPACE'] = `b${randomBytes(4).toString('hex')}_`;
forgetSettings();
const { kafka: access, namespace, registry } = settings();
const kafka = connect(access, 'bench');
const silent = makeLogger('bench', 'silent');
const log = kafkaLog({ ...access, clientId: 'bench', logger: silent });
const folder = mkdtempSync(join(tmpdir(), 'ride-bench-'));
const topics = ['visits.v1', 'figures.v1'].map((name) => physicalTopic(name, namespace));
await makeTopics(
  kafka,
  topics.map((name) => ({
    name,
    partitions: PARTITIONS,
    replication: 1,
    config: { 'message.timestamp.type': 'LogAppendTime' },
  })),
);

await fill();
const alone = await catchUp('alone');
console.log(`local, in the log alone: ${rate(alone.ms)}`);
const disk = await catchUp('disk', folder);
console.log(`local, with classic-level: ${rate(disk.ms)}`);
const { restored } = disk;
const perMillion = (restored.ms / restored.records) * 1_000;
console.log(
  `restore from the log alone, ${restored.records} records of the changelog: ${restored.ms} ms (${perMillion.toFixed(2)} s a million)`,
);
if (!values['no-kafka-streams'])
  for (const guarantee of ['at_least_once', 'exactly_once_v2']) {
    const ms = kafkaStreams(guarantee);
    console.log(
      `Kafka Streams 4.3.1, RocksDB, ${guarantee}: ${rate(ms)} (ours with classic-level: ${(ms / disk.ms).toFixed(2)}x)`,
    );
  }
rmSync(folder, { recursive: true });
const admin = await log.admin();
await admin.deleteTopics([...(await admin.topics()).keys()].filter((name) => name.startsWith(namespace)));
await admin.close();

function rate(ms: number): string {
  return `${Math.round((records / ms) * 1_000).toLocaleString('en')} records/s`;
}

/** Some ten minutes of event time, with a little disorder. */
async function fill(): Promise<void> {
  const schemas = openSchemas({ registryUrl: registry.url, namespace });
  await schemas.register([Visited]);
  const producer = await log.producer();
  const begin = Date.UTC(2026, 0, 1);
  for (let from = 0; from < records; from += 2_000) {
    const some = Array.from({ length: Math.min(2_000, records - from) }, (_, n) => {
      const at = from + n;
      const fact = Visited({ shop: `shop-${(at * 7919) % keys}`, visitor: 'visitor', spent: at % 100 });
      const time = begin + Math.floor((at * 600_000) / records) - (at % 5) * 500;
      const id = v7();
      const headers = factHeaders({ id, fact, source: '/bench', time, correlationId: id, causationId: id });
      return { topic: topics[0]!, key: Buffer.from(fact.key), value: schemas.encode(fact), headers };
    });
    await producer.send(some);
  }
  await producer.close();
}

function counting(name: string): Streams {
  return streams(name, (s) =>
    s
      .from(Visited)
      .window(minutes(1), { grace: seconds(10) })
      .count('visits', { store: 'local' })
      .whenClosed()
      .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
      .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
  );
}

async function catchUp(name: string, disk?: string) {
  const app = counting(name);
  await app.start({ service: 'booking', logger: silent, ...(disk !== undefined && { folder: disk }) });
  let begin = 0;
  for (;;) {
    const { tasks } = app.health();
    const lag = tasks.reduce((sum, one) => sum + (one.lag['visits.v1'] ?? records), 0);
    if (begin === 0 && tasks.some(({ position }) => (position['visits.v1'] ?? 0) > 0)) begin = performance.now();
    if (tasks.length === PARTITIONS && lag === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const ms = performance.now() - begin;
  await app.stop();
  return { ms, restored: disk === undefined ? { ms: 0, records: 0 } : await restore(name) };
}

/** From the log alone: on another disk. */
async function restore(name: string) {
  const app = counting(name);
  await app.start({ service: 'booking', logger: silent });
  let begin = 0;
  for (;;) {
    const { tasks } = app.health();
    if (begin === 0 && tasks.length > 0) begin = performance.now();
    if (tasks.length === PARTITIONS && tasks.every(({ state }) => state === 'running')) {
      const ms = Math.round(performance.now() - begin);
      const read = tasks.reduce((sum, { restored }) => sum + restored.done, 0);
      await app.stop();
      return { ms, records: read };
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function kafkaStreams(guarantee: string): number {
  const sources = join(ROOT, 'libs', 'streams', 'bench', 'kafka-streams');
  if (!existsSync(join(JARS, 'fetched'))) {
    mkdirSync(JARS, { recursive: true });
    run('mvn', [
      '-q',
      '-B',
      '-f',
      join(sources, 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${JARS}`,
    ]);
    mkdirSync(join(JARS, 'fetched'));
  }
  const app = `${namespace}theirs-${guarantee}`;
  const about = [access.brokers.join(','), topics[0]!, topics[1]!, app, guarantee, join(folder, app), String(records)];
  return Number(run('java', ['-cp', join(JARS, '*'), join(sources, 'Counts.java'), ...about]).trim());
}

function run(file: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ended with ${status}:\n${stderr.slice(-2_000)}`);
  return stdout;
}
