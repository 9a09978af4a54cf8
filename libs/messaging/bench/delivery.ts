/**
 * What the order per key and exactly-once effects cost, against what one would write without them. All of one run, so that
 * the ratios can be trusted; each way in a process of its own.
 *
 * 1. 10,000 records of one partition, whose effect takes 10 ms: `@Effect`, stock kafkajs eachMessage, and the stock NestJS
 *    Kafka transport. What would take long is measured with fewer records and extrapolated, which is then said;
 *    `--whole` has all 10,000 for everybody.
 * 2. Transactional handlers (inbox, locked row, write, outbox): `@On`, and the stock NestJS Kafka transport with TypeORM and
 *    a transaction for each message.
 *
 *   npm run bench -- delivery [--whole] [--only effects|transactions]
 */
import { parseArgs } from 'node:util';
import { compareEffects } from './support/compare-effects.js';
import { compareTransactions } from './support/compare-transactions.js';

const { values } = parseArgs({
  options: { whole: { type: 'boolean', default: false }, only: { type: 'string' } },
});
if (values.only !== 'transactions') await compareEffects(values.whole);
if (values.only !== 'effects') await compareTransactions();
process.exit(0);
