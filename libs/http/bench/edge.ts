/**
 * POST /rides per second of CPU time: the rider service as it runs (tokens verified, validation, idempotency keys, ride and
 * outbox in a unit of work, relay, log; without limits) against the same insert by Nest on Express with class-validator and TypeORM, and by a bare server of
 * node:http, ajv and pg. In turns, in one run, so that what else the machine does meets all of them.
 *
 *   npm run bench -- edge [--rounds 5] [--seconds 5] [--connections 100] [--riders 100] [--profile FOLDER]
 */
import { median } from './edge/median.js';
import { parseArgs } from 'node:util';
import { prepare } from './edge/place.js';
import { turnOf, type Turn } from './edge/turn.js';

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '100' },
    riders: { type: 'string', default: '100' },
    profile: { type: 'string' },
  },
});
const rounds = Number(given.rounds);
const place = await prepare({ riders: Number(given.riders), profile: given.profile });
const load = { seconds: Number(given.seconds), connections: Number(given.connections), tokens: place.tokens };
const turns = new Map(place.contestants.map((server) => [server, [] as Turn[]]));
try {
  for (let round = 0; round <= rounds; round++)
    for (const [server, all] of turns) {
      const turn = await turnOf(server, load);
      if (round > 0) all.push(turn); // the first is for warming up
      console.log(`  ${round === 0 ? 'warm-up' : `run ${round}`}, ${server.name}: ${whole(turn.perServer)}/CPU-s`);
    }
} finally {
  await place.end();
}

const middle = (all: readonly Turn[], of: (turn: Turn) => number | undefined): number =>
  median(all.map((turn) => of(turn) ?? NaN));
const [ours = []] = turns.values();
console.log(
  `${load.connections} connections, ${load.tokens.length} riders; the middle of ${rounds} turns of ${load.seconds} s`,
);
for (const [server, all] of turns) {
  const [per, both] = [(turn: Turn) => turn.perServer, (turn: Turn) => turn.perBoth];
  console.log(`${server.name}
  ${whole(middle(all, per))} requests per CPU-second of the server, ${whole(middle(all, both))} with PostgreSQL's; ${whole(middle(all, (turn) => turn.rate))}/s, p50 ${middle(all, (turn) => turn.p50)} ms, p99 ${middle(all, (turn) => turn.p99)} ms`);
  if (all !== ours)
    console.log(
      `  ours is ${ratio(middle(ours, per) / middle(all, per))}, ${ratio(middle(ours, both) / middle(all, both))} with PostgreSQL's`,
    );
}

function whole(value: number): string {
  return Number.isNaN(value) ? '?' : Math.round(value).toLocaleString('en');
}
function ratio(value: number): string {
  return Number.isNaN(value) ? '?' : `${value.toFixed(2)}x`;
}
