import { relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { occurrences, packageOf } from './catalogues.js';
import { JestRunner, needsInfrastructure } from './jest-run.js';
import type { Placed } from './mutant.js';
import { verdictOf } from './verdict.js';

/** Makes each mistake in turn and sees whether its test notices. Returns 0 when all were noticed. */
export async function runMutants(chosen: readonly Placed[], jest: JestRunner, root: string): Promise<number> {
  const gone = chosen.filter((mutant) => occurrences(mutant) !== 1);
  for (const mutant of gone)
    console.log(`✗ ${told(mutant)}: ${mutant.file} has ${occurrences(mutant)} times, not once:\n${mutant.find}`);
  if (gone.length > 0 || !(await baseline(chosen, jest, root))) return 1;

  const begin = performance.now();
  let caught = 0;
  for (const [n, mutant] of chosen.entries()) {
    const began = performance.now();
    const run = await jest.run(`mutant-${n + 1}`, [mutant.test], [mutant.fails], mutant);
    const { is, why } = verdictOf(mutant, run);
    if (is === 'caught') caught += 1;
    console.log(
      `${is === 'caught' ? '✓' : '✗'} ${n + 1}/${chosen.length} ${told(mutant)}: ${is} (${since(began)})\n      ${why}`,
    );
    if (is !== 'caught') console.log(`      ${relative(root, mutant.test)}: ${mutant.fails}\n      ${run.log}`);
  }
  console.log(`${caught} of ${chosen.length} mutants caught (${since(begin)})`);
  return caught === chosen.length ? 0 : 1;
}

/** The same tests without any mutant: unless they pass, their failing says nothing. */
async function baseline(chosen: readonly Placed[], jest: JestRunner, root: string): Promise<boolean> {
  const began = performance.now();
  const tests = [...new Map(chosen.map((mutant) => [`${mutant.test} ${mutant.fails}`, mutant])).values()];
  const failed: string[] = [];
  const runs = Map.groupBy(tests, ({ test }) => `${packageOf(test)} ${needsInfrastructure(test)}`);
  for (const [n, own] of [...runs.values()].entries()) {
    const files = [...new Set(own.map(({ test }) => test))];
    const titles = own.map(({ fails }) => fails);
    const run = await jest.run(`baseline-${n + 1}`, files, titles);
    for (const { test, fails } of own) {
      const [result, ...others] = run.tests.filter(({ file, title }) => file === test && title === fails);
      const name = `${relative(root, test)}: ${fails}`;
      if (!result) failed.push(`${name}: there is no such test, or it could not run (${run.log})`);
      else if (others.length > 0) failed.push(`${name}: is the title of ${1 + others.length} tests`);
      else if (!result.passed) failed.push(`${name}: fails without any mutant (${run.log})`);
    }
  }
  for (const each of failed) console.log(`✗ ${each}`);
  if (failed.length === 0) console.log(`${tests.length} tests pass without a mutant (${since(began)})`);
  return failed.length === 0;
}

const told = ({ name, label }: Placed): string => `${label}, ${name}`;
const since = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
