import { readFileSync } from 'node:fs';
import { healthPage } from './page.js';
import { pagePath } from './page-path.js';

describe('docs/health.md', () => {
  it('is as the code says (otherwise run `npm run docs` and commit it)', () => {
    expect(readFileSync(pagePath(), 'utf8')).toBe(healthPage());
  });
});
