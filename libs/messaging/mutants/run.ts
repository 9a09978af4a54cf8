import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { mutants as all } from './catalogue.js';
import { needsInfrastructure, runJest } from './jest-run.js';
import { table } from './list.js';
import type { Numbered } from './mutant.js';
import { occurrences } from './source.js';
import { verdictOf } from './verdict.js';

/** `npm run mutants -- [WORD…] [--list]`: makes each mistake in turn and sees whether its test notices. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { list: { type: 'boolean' } }, allowPositionals: true });
  const chosen = all.filter((mutant) => positionals.length === 0 || positionals.some((word) => isMeant(mutant, word)));
  if (values.list) {
    console.log(table(chosen));
    return 0;
  }
  const gone = chosen.filter((mutant) => occurrences(mutant) !== 1);
  for (const mutant of gone)
    console.log(`✗ ${label(mutant)}: ${mutant.file} has ${occurrences(mutant)} times, not once:\n${mutant.find}`);
  if (chosen.length === 0) console.log(`No mutant has ${positionals.join(' or ')} in its name.`);
  if (gone.length > 0 || chosen.length === 0 || !(await baseline(chosen))) return 1;

  const begin = performance.now();
  let caught = 0;
  for (const [n, mutant] of chosen.entries()) {
    const began = performance.now();
    const run = await runJest(`mutant-${all.indexOf(mutant) + 1}`, [mutant.test], [mutant.fails], mutant);
    const { is, why } = verdictOf(mutant, run);
    if (is === 'caught') caught += 1;
    console.log(
      `${is === 'caught' ? '✓' : '✗'} ${n + 1}/${chosen.length} ${label(mutant)}: ${is} (${since(began)})\n      ${why}`,
    );
    if (is !== 'caught') console.log(`      ${mutant.test}: ${mutant.fails}\n      ${run.log}`);
  }
  console.log(`${caught} of ${chosen.length} mutants caught (${since(begin)})`);
  return caught === chosen.length ? 0 : 1;
}

/** The same tests without any mutant: unless they pass, their failing says nothing. */
async function baseline(chosen: readonly Numbered[]): Promise<boolean> {
  const began = performance.now();
  const tests = [...new Map(chosen.map(({ test, fails }) => [`${test} ${fails}`, { test, fails }])).values()];
  const failed: string[] = [];
  for (const [onInfrastructure, own] of Map.groupBy(tests, ({ test }) => needsInfrastructure(test))) {
    const files = [...new Set(own.map(({ test }) => test))];
    const name = `baseline-${onInfrastructure ? 'suites' : 'specs'}`;
    const run = await runJest(
      name,
      files,
      own.map(({ fails }) => fails),
    );
    for (const { test, fails } of own) {
      const [result, ...others] = run.tests.filter(({ file, title }) => file === test && title === fails);
      if (!result) failed.push(`${test}: ${fails}: there is no such test, or it could not run (${run.log})`);
      else if (others.length > 0) failed.push(`${test}: ${fails}: is the title of ${1 + others.length} tests`);
      else if (!result.passed) failed.push(`${test}: ${fails}: fails without any mutant (${run.log})`);
    }
  }
  for (const each of failed) console.log(`✗ ${each}`);
  if (failed.length === 0) console.log(`${tests.length} tests pass without a mutant (${since(began)})`);
  return failed.length === 0;
}

const isMeant = ({ name, promise }: Numbered, word: string): boolean =>
  word === String(promise) || name.toLowerCase().includes(word.toLowerCase());
const label = ({ name, promise }: Numbered): string => `promise ${promise}, ${name}`;
const since = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;

process.exitCode = await main();
