/**
 * 10,000 dead letters of 500 keys, replayed with one order after their cause is mended. Half-way, in the middle of a
 * transaction, the service's process is killed (SIGKILL) and another one is started, as a supervisor would. Fails unless every
 * fact was handled exactly once, each key's in order, the order has ended and all keys are free. The same without a kill
 * first, for its time.
 *
 *   npm run bench -- redrive [--letters 10000] [--keys 500]
 */
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { createDatabase, dropDatabase, ownNamespace, until } from '../test/support/small-service.js';
import { whole } from './support/figures.js';
import { LettersDatabase } from './support/letters-database.js';
import { RedriveService } from './support/redrive-service.js';
import { sayWaiting } from './support/waiting-facts.js';

const { values } = parseArgs({
  options: { letters: { type: 'string', default: '10000' }, keys: { type: 'string', default: '500' } },
});
const [letters, keys] = [Number(values.letters), Number(values.keys)];
const PATIENCE_MS = 300_000;

const since = (began: number): number => (performance.now() - began) / 1000;

/** Facts whose handler refuses them for good; resolves when all are dead and nobody works on them any more. */
async function makeDeadLetters(database: LettersDatabase): Promise<void> {
  await sayWaiting(
    letters,
    Array.from({ length: keys }, () => v7()),
  );
  const service = await RedriveService.start({ isMended: false });
  await until(
    () => database.counts(),
    ({ dead }) => dead >= letters,
    PATIENCE_MS,
  );
  await service.stop();
}

/** Seconds from the order until every letter is handled. */
async function redrive(isKilled: boolean): Promise<number> {
  ownNamespace();
  await createDatabase();
  const database = new LettersDatabase();
  await makeDeadLetters(database);
  let service = await RedriveService.start({ isMended: true, ...(isKilled ? { killAtCall: letters / 2 } : {}) });
  const began = performance.now();
  const order = await service.replayAll();
  if (isKilled) {
    await service.killed();
    const { replayed, dead } = await database.counts();
    console.log(
      `  killed after ${since(began).toFixed(1)} s, with ${whole(letters - dead)} put back and ${whole(replayed)} of them handled`,
    );
    if (replayed >= letters) throw new Error('it was killed when everything was done');
    service = await RedriveService.start({ isMended: true });
  }
  await until(
    () => database.counts(),
    ({ replayed }) => replayed >= letters,
    PATIENCE_MS,
  );
  const seconds = since(began);
  await until(
    () => database.statusOf(order),
    (status) => status === 'done',
  );
  await until(
    () => database.blockedKeys(),
    (blocked) => blocked === 0,
  );
  await service.stop();
  await database.check({ letters, keys, order });
  await database.close();
  await dropDatabase();
  return seconds;
}

console.log(`${whole(letters)} dead letters of ${whole(keys)} keys, replayed by one order`);
const plain = await redrive(false);
console.log(`  without a kill: all handled once, in order, after ${plain.toFixed(1)} s (${whole(letters / plain)}/s)`);
const killed = await redrive(true);
console.log(`  with kill -9 half-way: all handled once, in order, after ${killed.toFixed(1)} s`);
process.exit(0);
