import { readFileSync } from 'node:fs';
import { telemetryPage } from './page.js';
import { inRepository } from './repository.js';

describe('docs/telemetry.md', () => {
  it('is as the code says (otherwise run `npm run docs` and commit it)', () => {
    expect(readFileSync(inRepository('docs', 'telemetry.md'), 'utf8')).toBe(telemetryPage());
  });
});
