import { NonRetriable } from '../retry/failure.js';
import type { Break } from './break.js';

/** The code of every failure by a break: no handler of ours has it. */
const CODE = 'broken_on_purpose';

/** An operator has broken the handler on purpose; it will be tried again. */
export class BrokenOnPurpose extends Error {
  override readonly name = 'BrokenOnPurpose';
  readonly code = CODE;
}

/** What the handler throws instead of running. */
export function brokenBy(made: Break): Error {
  return made.kind === 'fail_for_good' ? new NonRetriable(CODE, textOf(made)) : new BrokenOnPurpose(textOf(made));
}

function textOf({ breakId, handler, times, key }: Break): string {
  const often = times === null ? 'every attempt' : times === 1 ? '1 attempt' : `${times} attempts`;
  return `the break ${breakId} has ${handler} fail ${often}${key === null ? '' : ' at one key'}`;
}
