import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { healthPage } from './page.js';
import { pagePath } from './page-path.js';

// The second half of `npm run docs`.
const path = pagePath();
if (!existsSync(path) || readFileSync(path, 'utf8') !== healthPage()) {
  writeFileSync(path, healthPage());
  console.log('wrote docs/health.md');
}
