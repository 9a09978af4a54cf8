import { readFileSync } from 'node:fs';
import { healthPage } from './page.js';
import { inRepository } from '../repository.js';

describe('docs/health.md', () => {
  it('is as the code says (otherwise run `npm run docs` and commit it)', () => {
    expect(readFileSync(inRepository('docs', 'health.md'), 'utf8')).toBe(healthPage());
  });
});
