import { parseArgs } from 'node:util';
import { search } from './search/search.js';
import { Progress } from './search/progress.js';
import { shown } from './search/shown.js';

const HELP = `npm run world -- [--seeds N] [--from SEED] [--seed SEED]

  --seeds N     so many worlds, one a seed (default 1,000)
  --from SEED   the first of them (default 1)
  --seed SEED   this one only

Each world is a story of riders and drivers, made from its seed, in which the services' own policies, handlers and rounds
hear, say and forget over a modelled log. It ends with exit code 1 at the first one that breaks a rule, made as small as it
gets, with what everybody did, said and heard.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [first, seeds] = values.seed === undefined ? [values.from, values.seeds] : [values.seed, '1'];
  for (const text of [first, seeds])
    if (!/^\d{1,9}$/.test(text)) {
      console.error(`${text} is no number.\n\n${HELP}`);
      return 2;
    }
  const progress = new Progress(Number(seeds));
  const found = await search(Number(first), Number(seeds), (done) => progress.at(done));
  progress.end(found?.seed === undefined ? Number(seeds) : found.seed - Number(first) + 1);
  if (found === null) return 0;
  console.log(shown(found));
  return 1;
}

process.exit(await main());
