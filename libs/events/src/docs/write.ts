import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pageAsItIs, pages, repository } from './pages.js';

// The command behind `npm run docs`.
const stale = pages().filter(({ path, content }) => pageAsItIs(path) !== content);
for (const { path, content } of stale) {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), content);
  console.log(`wrote ${path}`);
}
if (stale.length === 0) console.log('All pages are as the code says.');
