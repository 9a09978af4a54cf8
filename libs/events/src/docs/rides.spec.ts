import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RideAcceptanceRefused, RideCancellationRefused } from '../facts/index.js';
import { repository } from './pages.js';
import { testsIn } from './tests-named.js';

const page = readFileSync(join(repository, 'docs/rides.md'), 'utf8');
const named = [...page.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+\.spec\.ts)\)/g)].map(([, title = '', file = '']) => ({
  title,
  file,
}));
const files = Map.groupBy(named, ({ file }) => file);

describe('docs/rides.md', () => {
  it('names a test in every row of its tables', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    const heads = new Set(page.split('\n').filter((_, i, lines) => lines[i + 1]?.startsWith('| ---')));
    const without = rows.filter((row) => !heads.has(row) && !row.startsWith('| ---') && !row.includes('.spec.ts)'));
    expect(without).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
  });

  it.each([...files])('names tests of %s that there are', (file, all) => {
    const path = join(repository, file);
    const tests = existsSync(path) ? testsIn(readFileSync(path, 'utf8')) : [];
    expect(all.map(({ title }) => title).filter((title) => !tests.includes(title))).toEqual([]);
  });

  it('has every reason for which booking refuses', () => {
    const [, section = ''] = page.split('\n## What is refused\n');
    const reasons = [RideAcceptanceRefused, RideCancellationRefused].flatMap(({ fields }) => fields.reason.symbols);
    const told = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| ([a-z_]+) \|/gm)].map(([, reason]) => reason);
    expect(told.filter((reason) => reason !== 'reason').sort()).toEqual([...new Set(reasons)].sort());
  });
});

describe('the tests in a spec', () => {
  it('are found with the titles of their groups, and what a table fills in', () => {
    const source = `describe('a', () => { it('b', () => {}); describe.each(x)('%s', () => { it.each([1])('c %d $e.f', f); test("d", f); }); });
      it('alone', () => expect('it').toBe('x'));`;
    expect(testsIn(source)).toEqual(['a › b', 'a › … › c … …', 'a › … › d', 'alone']);
  });
});
