import { parseArgs } from 'node:util';
import { ON_PURPOSE } from './cases.js';
import { compare } from './compare.js';
import { Theirs } from './theirs.js';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.cases), Number(values.seed)];
const theirs = await Theirs.start();
const begin = performance.now();
const differences = await compare(theirs, count, seed);
await theirs.stop();
for (const one of differences.slice(0, 5)) console.log(JSON.stringify(one, null, 1));
console.log(`not compared, since they differ on purpose: ${ON_PURPOSE.join(', ')}`);
console.log(
  `${count - differences.length} of ${count} cases as Kafka Streams 4.3.1, each also with a restart after every record; seed ${seed}, ${((performance.now() - begin) / 1000).toFixed(1)} s`,
);
process.exitCode = differences.length === 0 ? 0 : 1;
