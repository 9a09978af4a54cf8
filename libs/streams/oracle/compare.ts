import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { cases, type Answer, type Case } from './cases.js';
import { ours } from './ours.js';
import type { Theirs } from './theirs.js';

export interface Difference {
  readonly asked: Case;
  readonly theirs: Answer;
  readonly ours: Answer;
  /** Ours with a restart after every record. */
  readonly restarted: Answer;
}

/** Random cases, the same for the same seed: those that are answered differently. */
export async function compare(theirs: Theirs, count: number, seed: number): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const asked of fc.sample(cases, { numRuns: count, seed })) {
    const known = await theirs.answer(asked);
    const [straight, restarted] = [ours(asked, false), ours(asked, true)];
    if (isDeepStrictEqual(straight, known) && isDeepStrictEqual(restarted, known)) continue;
    differences.push({ asked, theirs: known, ours: straight, restarted });
  }
  return differences;
}
