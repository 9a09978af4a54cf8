import { dropDatabase } from '../../test/support/small-service.js';
import { checkAnswers, waitingService } from './answering.js';
import type { AnsweringJob, AnsweringTime } from './answering-job.js';
import { inChild } from './child.js';
import { median, perSecond } from './figures.js';

const OUR_FACTS = 48_000;
/** A rate, not a time: fewer of them give the same one. */
const STOCK_FACTS = 4_000;

async function ours(): Promise<number> {
  const job: AnsweringJob = { facts: OUR_FACTS, partitionsAtOnce: 4 };
  const { seconds } = await inChild<AnsweringJob, AnsweringTime>('our-transactions', job);
  return OUR_FACTS / seconds;
}

async function stock(partitionsAtOnce: number): Promise<number> {
  const { app, runtime } = await waitingService(STOCK_FACTS);
  const job: AnsweringJob = { facts: STOCK_FACTS, partitionsAtOnce };
  const { seconds } = await inChild<AnsweringJob, AnsweringTime>('nest-transactions', job);
  await checkAnswers(runtime.data, STOCK_FACTS);
  await app.close();
  await dropDatabase();
  return STOCK_FACTS / seconds;
}

/** Three rounds in which each way comes once: what else the machine does meets all of them. */
export async function compareTransactions(): Promise<void> {
  console.log(`transactional handlers: inbox, locked row, write, outbox; 12 partitions, no relay; the middle of 3 runs
  (${OUR_FACTS} facts for ours, ${STOCK_FACTS} for the others, which keep their rate)`);
  const rates = { ours: [] as number[], stock: [] as number[], stock4: [] as number[] };
  for (let round = 1; round <= 3; round++) {
    rates.ours.push(await ours());
    rates.stock.push(await stock(1));
    rates.stock4.push(await stock(4));
    const now = [rates.ours, rates.stock, rates.stock4].map((each) => perSecond(each.at(-1)!));
    console.log(`  run ${round}: ${now.join(', ')}`);
  }
  const [our, one, four] = [median(rates.ours), median(rates.stock), median(rates.stock4)];
  console.log(`  ours                                       ${perSecond(our)}
  NestJS Kafka transport, TypeORM            ${perSecond(one)}   ours is ${(our / one).toFixed(1)}x
  the same, 4 partitions at once             ${perSecond(four)}   ours is ${(our / four).toFixed(1)}x`);
}
