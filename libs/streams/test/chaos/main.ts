import { parseArgs } from 'node:util';
import type { StoreKind } from '../../src/topology/node.js';
import { chaos } from './chaos.js';

const HELP =
  'npm run chaos -- streams [--kills 3] [--stops 1] [--store local|postgres]   both stores unless one is named';
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '3' },
    stops: { type: 'string', default: '1' },
    store: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const stores = (['local', 'postgres'] as const).filter((one) => values.store === undefined || values.store === one);
if (values.help || stores.length === 0) {
  console.log(HELP);
  process.exit(values.help ? 0 : 1);
}

/** True: nothing was wrong, missing or too much. */
async function tried(store: StoreKind): Promise<boolean> {
  const began = performance.now();
  const counts = { kills: Number(values.kills), stops: Number(values.stops) };
  const { fed, said, late, missing, extra, changelog } = await chaos({ store, ...counts, say: console.log });
  const took = `${Math.round((performance.now() - began) / 1_000)} s`;
  console.log(
    `${store}: ${counts.kills} kills, ${counts.stops} stops, ${fed} records, ${said} said, ${late} of them late; ` +
      `missing ${missing.length}, wrong or too much ${extra.length}; changelog ${changelog.left} of ${changelog.written} records left (${took})`,
  );
  for (const one of missing.slice(0, 20)) console.log(`  missing: ${one}`);
  for (const one of extra.slice(0, 20)) console.log(`  too much: ${one}`);
  return missing.length === 0 && extra.length === 0;
}

let isRight = true;
for (const store of stores) isRight = (await tried(store)) && isRight;
process.exit(isRight ? 0 : 1);
