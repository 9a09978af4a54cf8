import { keep } from '../src/kept.js';
import { ordinary } from '../src/infrastructure.js';

// A front of its own process, for tests that kill it. Arguments: folder, components, and `fresh` to drop what was there.
const [dir = '', only = '', fresh] = process.argv.slice(2);
const plan = { dir, only: only.split(','), options: ordinary, fresh: fresh === 'fresh', dropAfter: false };
const kept = await keep(plan, process.env, (event) => console.log(JSON.stringify(event)));
process.stdin.once('data', () => void kept.stop().then(() => process.exit(0)));
