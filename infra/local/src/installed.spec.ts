import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layout } from './layout.js';

interface Installed {
  packagesAreThere(root: string): boolean;
  jarsAreThere(jars: string, pom: string): boolean;
  keepJars(jars: string, pom: string): void;
}
const { packagesAreThere, jarsAreThere, keepJars } = (await import(
  join(layout().root, 'infra', 'installed.mjs')
)) as Installed;

describe('what is installed already', () => {
  let root: string;
  const write = (file: string, packages: object): void => writeFileSync(join(root, file), JSON.stringify({ packages }));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ride-installed-'));
    mkdirSync(join(root, 'node_modules'));
    write('package-lock.json', {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-another-platform': { version: '1.0.0', optional: true },
      'node_modules/@ride/b': { resolved: 'libs/b', link: true },
    });
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const b = { resolved: 'libs/b', link: true };

  it('is nothing on a fresh clone, or when npm ci was interrupted', () => expect(packagesAreThere(root)).toBe(false));

  it('is enough when npm left exactly the lock’s versions', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/@ride/b': b });
    expect(packagesAreThere(root)).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '0.9.0' }, 'node_modules/@ride/b': b }],
    ['a package missing', { 'node_modules/@ride/b': b }],
    ['a workspace not linked', { 'node_modules/a': { version: '1.0.0' } }],
  ])('is not enough with %s', (_what, packages) => {
    write('node_modules/.package-lock.json', packages);
    expect(packagesAreThere(root)).toBe(false);
  });

  it('fetches jars again when what is wanted has changed', () => {
    const pom = join(root, 'pom.xml');
    writeFileSync(pom, 'one');
    expect(jarsAreThere(root, pom)).toBe(false);
    keepJars(root, pom);
    expect(jarsAreThere(root, pom)).toBe(true);
    writeFileSync(pom, 'two');
    expect(jarsAreThere(root, pom)).toBe(false);
  });
});
