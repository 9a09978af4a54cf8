import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pageAsItIs, pages, repository } from './pages.js';

// The command behind `npm run docs`.
const stale = (await pages()).filter(({ path, content }) => pageAsItIs(path) !== content);
for (const { path, content } of stale) {
  const file = join(repository, path);
  if (content === null) rmSync(file);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  console.log(`${content === null ? 'removed' : 'wrote'} ${path}`);
}
if (stale.length === 0) console.log('All pages are as the code says.');
