import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { layout } from '../layout.js';
import { allMutants, occurrences } from './catalogues.js';
import { titled } from './titles.js';

const { root } = layout();
// From source: nothing else need be compiled for this.
const mutants = await allMutants(root, 'mutants/catalogue.ts');

/** Mutants are run seldom, and rot by every change of what they change or of the test that they name. */
describe('every mutant', () => {
  it('changes one place of a file', () => {
    const others = mutants.filter((mutant) => occurrences(mutant) !== 1);
    expect(others.map((mutant) => `${mutant.name}: ${relative(root, mutant.file)}`)).toEqual([]);
  });

  it('names one test that there is', () => {
    const others = mutants.filter(
      ({ test, fails }) => !existsSync(test) || titled(readFileSync(test, 'utf8'), fails) !== 1,
    );
    expect(others.map(({ name, test, fails }) => `${name}: ${relative(root, test)}: ${fails}`)).toEqual([]);
  });

  it('has a name of its own under its label, and changes something', () => {
    expect(new Set(mutants.map(({ label, name }) => `${label}, ${name}`)).size).toBe(mutants.length);
    expect(mutants.filter(({ find, replace }) => find === replace)).toEqual([]);
  });
});
