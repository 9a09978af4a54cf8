import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Refused } from '../commands/exit.js';

/** Of schemathesis' report, what we tell. */
const Report = z.object({
  complete: z.boolean(),
  stop_reason: z.string(),
  running_time: z.number(),
  operations: z.object({ total: z.number(), tested: z.number() }),
  test_cases: z.object({ generated: z.number(), errored: z.number() }),
  failures: z.array(z.object({ title: z.string(), count: z.number(), operations: z.array(z.string()) })),
  errors: z.array(z.object({ title: z.string(), count: z.number() })),
});
export interface Fuzzed {
  /** Those that were answered. */
  readonly requests: number;
  readonly operations: number;
  readonly seconds: number;
  /** One line each: what was wrong, and where. */
  readonly failures: readonly string[];
}

export const nothing: Fuzzed = { requests: 0, operations: 0, seconds: 0, failures: [] };

/** What the rounds of one service have found together. */
export function together(one: Fuzzed, other: Fuzzed): Fuzzed {
  return {
    requests: one.requests + other.requests,
    operations: Math.max(one.operations, other.operations),
    seconds: one.seconds + other.seconds,
    failures: [...one.failures, ...other.failures],
  };
}

/** What a round has found that left this file. Throws Refused when schemathesis did not come to its end. */
export function reportIn(file: string, service: string): Fuzzed {
  const report = Report.safeParse(existsSync(file) ? jsonOf(readFileSync(file, 'utf8')) : undefined);
  if (!report.success)
    throw new Refused(`schemathesis ended before it had reported on ${service}: see above, and run it again.`);
  const { complete, stop_reason, running_time, operations, test_cases, failures, errors } = report.data;
  if (!complete)
    throw new Refused(
      `schemathesis stopped in the middle of ${service} (${stop_reason}): see above, and run it again.`,
    );
  const untested = operations.total - operations.tested;
  return {
    requests: test_cases.generated - test_cases.errored,
    operations: operations.tested,
    seconds: running_time,
    failures: [
      ...failures.map(({ title, count, operations: where }) => `${title} (${count}): ${where.join(', ')}`),
      ...errors.map(({ title, count }) => `not tried to the end: ${title} (${count})`),
      ...(untested > 0 ? [`${untested} of ${operations.total} operations were not asked`] : []),
    ],
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // killed while it wrote
  }
}
