import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedResults, sum, tallyOf } from './results.js';

describe('adding up results', () => {
  let root: string;
  const results = (): string => join(root, 'results');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ride-results-'));
    for (const folder of ['libs/tested/src', 'libs/tested/test', 'libs/untested/src', 'apps', 'infra', 'results']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    for (const name of ['tested', 'untested']) {
      writeFileSync(join(root, 'libs', name, 'package.json'), JSON.stringify({ nx: { name } }));
    }
    writeFileSync(join(root, 'libs/tested/src/a.spec.ts'), '');
    writeFileSync(join(root, 'libs/tested/test/a.e2e.spec.ts'), '');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('expects a result of each target that has tests', () => {
    expect(expectedResults(root, results()).map(({ name }) => name)).toEqual(['tested-test', 'tested-e2e']);
  });

  it('counts a run that left no result as failed', () => {
    writeFileSync(join(results(), 'tested-test.json'), JSON.stringify({ passed: 3, failed: 1 }));
    const tallies = expectedResults(root, results()).map(tallyOf);
    expect(tallies.map(({ missing }) => missing)).toEqual([false, true]);
    expect(sum(tallies)).toEqual({ passed: 3, failed: 2 });
  });
});
