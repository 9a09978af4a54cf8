import type { JestRun } from './jest-run.js';
import type { Mutant } from './mutant.js';

export interface Verdict {
  readonly is: 'caught' | 'survived' | 'outlived' | 'broken';
  /** How the test failed, or why the run says nothing; one line. */
  readonly why: string;
}

/** What a test says that has waited in vain. */
const WAITED = /Exceeded timeout of|waited \d+ ms/;

/**
 * `caught`: the test contradicts the mutant. `outlived`: the test only waited in vain, and the mutant does not say that this
 * is how it is noticed; anything slow could look like that. `broken`: the test did not run at all, which proves nothing.
 */
export function verdictOf(mutant: Mutant, run: JestRun): Verdict {
  const result = run.tests.find(({ title }) => title === mutant.fails);
  if (run.hung && !result) return { is: mutant.byWaiting ? 'caught' : 'outlived', why: 'the run did not end' };
  if (!result) return { is: 'broken', why: 'the test did not run' };
  if (result.passed) return { is: 'survived', why: 'the test passed' };
  const why = firstLine(result.message);
  return { is: WAITED.test(result.message) && !mutant.byWaiting ? 'outlived' : 'caught', why };
}

/** The line of a failure that says most: what was found instead, or its first. */
function firstLine(message: string): string {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  const received = lines.find((line) => /^(Received|\+ )/.test(line));
  return [lines[0], received].filter(Boolean).join('; ').slice(0, 160);
}
