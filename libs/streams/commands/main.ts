import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Grow } from '../src/growing/grow.js';
import { Streams } from '../src/streams.js';
import { TopologyRefused } from '../src/topology/refused.js';

const HELP = `npm run streams -- grow TOPOLOGY --module FILE --partitions N [--yes] [--switched | --undo]
  TOPOLOGY    the name of an application that FILE (compiled JavaScript) exports
  --yes       does it; without it the plan is shown
  --switched  the producers write to the next versions of the topics
  --undo      as if it had never begun`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    module: { type: 'string' },
    partitions: { type: 'string' },
    yes: { type: 'boolean', default: false },
    switched: { type: 'boolean', default: false },
    undo: { type: 'boolean', default: false },
  },
});
const [command, name] = positionals;
const partitions = Number(values.partitions);
if (command !== 'grow' || name === undefined || values.module === undefined || !(partitions > 0)) {
  console.log(HELP);
  process.exit(1);
}
const exported = (await import(pathToFileURL(resolve(values.module)).href)) as Record<string, unknown>;
const apps = Object.values(exported).filter((one) => one instanceof Streams);
const app = apps.find((one) => one.name === name);
try {
  if (!app)
    throw new Error(`${values.module} exports no ${name}: ${apps.map((one) => one.name).join(', ') || 'nothing'}`);
  const { yes, switched, undo } = values;
  await new Grow(app.topology, { partitions, yes, switched, undo, say: (line) => console.log(line) }).run();
} catch (error) {
  console.error(error instanceof TopologyRefused ? `${error.message}  [${error.code}]` : error);
  process.exitCode = 1;
}
