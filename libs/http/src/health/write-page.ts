import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { healthPage } from './page.js';
import { inRepository } from '../repository.js';

// The second part of `npm run docs`.
const path = inRepository('docs', 'health.md');
if (!existsSync(path) || readFileSync(path, 'utf8') !== healthPage()) {
  writeFileSync(path, healthPage());
  console.log('wrote docs/health.md');
}
