/**
 * What telemetry costs: facts handled per second in units of work, and POST /rides per second of CPU time, with telemetry off,
 * with every trace recorded and told to a sink in another process, and with telemetry on of which nothing is recorded. In turns, in
 * one run, so that what else the machine does meets all of them.
 *
 *   npm run bench -- telemetry [--rounds 5] [--facts 24000] [--seconds 5] [--connections 50]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './edge/median.js';
import { turnOf } from './edge/turn.js';
import { factsRate } from './telemetry/facts.js';
import { startRiders } from './telemetry/riders.js';

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    facts: { type: 'string', default: '24000' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '50' },
  },
});
const [rounds, facts] = [Number(given.rounds), 8 * Math.round(Number(given.facts) / 8)];

const sink = fork(join(import.meta.dirname, 'telemetry', 'sink.js'), { execArgv: [] });
const [{ port }] = (await once(sink, 'message')) as [{ port: number }];
const toSink = { RIDE_OTLP_URL: `http://127.0.0.1:${port}` };
const ways: readonly { readonly name: string; readonly env: Readonly<Record<string, string>> }[] = [
  { name: 'off', env: {} },
  { name: 'on, every trace recorded', env: { ...toSink, RIDE_TRACE_RATIO: '1' } },
  { name: 'on, none recorded', env: { ...toSink, RIDE_TRACE_RATIO: '0' } },
];

/** How many spans have come since it was asked last. */
async function spansTold(): Promise<number> {
  sink.send('spans');
  const [{ spans }] = (await once(sink, 'message')) as [{ spans: number }];
  return spans;
}

/** Figures of each way, a round of all ways after the other; the first round is for warming up. */
async function inTurns(title: string, unit: string, figure: (way: number) => Promise<number>): Promise<void> {
  const figures = ways.map(() => [] as number[]);
  const spans = ways.map(() => 0);
  for (let round = 0; round <= rounds; round++)
    for (const [way, { name }] of ways.entries()) {
      await spansTold();
      const found = await figure(way);
      const told = await spansTold();
      if (round > 0) figures[way]?.push(found);
      spans[way] = told;
      console.log(
        `  ${round === 0 ? 'warm-up' : `run ${round}`}, ${name}: ${whole(found)} ${unit}, ${whole(told)} spans`,
      );
    }
  console.log(`${title}; the middle of ${rounds} turns, ratios by the turn`);
  const off = figures[0] ?? [];
  for (const [way, { name }] of ways.entries()) {
    const own = figures[way] ?? [];
    const ratio = median(own.map((found, turn) => found / (off[turn] ?? NaN)));
    console.log(`  ${name.padEnd(26)} ${whole(median(own)).padStart(8)} ${unit}  ${ratio.toFixed(2)}x`);
  }
}

const perCpu: number[][] = ways.map(() => []);
await inTurns(`${whole(facts)} facts in units of work`, 'facts/s', async (way) => {
  // The process itself tells when it has told everything.
  const { rate, perCpu: found } = await factsRate(facts, { ...sampled(way), ...ways[way]?.env });
  perCpu[way]?.push(found);
  return rate;
});
for (const [way, { name }] of ways.entries())
  console.log(
    `  ${name.padEnd(26)} ${whole(median(perCpu[way] ?? [])).padStart(8)} facts per CPU-second  ${median(
      (perCpu[way] ?? []).map((found, turn) => found / (perCpu[0]?.[turn] ?? NaN)),
    ).toFixed(2)}x`,
  );

const riders = await startRiders(ways);
try {
  const load = { seconds: Number(given.seconds), connections: Number(given.connections), tokens: riders.tokens };
  await inTurns(`POST /rides, ${load.connections} connections`, '/CPU-s', async (way) => {
    const { perServer } = await turnOf(riders.servers[way]!, load);
    return perServer;
  });
} finally {
  await riders.end();
  sink.kill();
}
process.exit(0);

/** What the waiting facts’ contexts say: the decision was made where their traces began. */
function sampled(way: number): Record<string, string> {
  return { TRACE_FLAGS: ways[way]?.env['RIDE_TRACE_RATIO'] === '0' ? '00' : '01' };
}

function whole(value: number): string {
  return Number.isNaN(value) ? '?' : Math.round(value).toLocaleString('en');
}
