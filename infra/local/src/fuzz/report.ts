import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Of schemathesis' report, what we tell. */
const Report = z.object({
  running_time: z.number(),
  operations: z.object({ total: z.number(), tested: z.number() }),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(z.object({ title: z.string(), count: z.number(), operations: z.array(z.string()) })),
  errors: z.array(z.unknown()),
});
export interface Fuzzed {
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

/** Throws when the file is none of schemathesis' reports. */
export function reportIn(file: string): Fuzzed {
  const {
    running_time: seconds,
    operations,
    test_cases,
    failures,
    errors,
  } = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    requests: test_cases.generated,
    operations: operations.tested,
    seconds,
    failures: [
      ...failures.map(({ title, count, operations: where }) => `${title} (${count}): ${where.join(', ')}`),
      ...(errors.length > 0 ? [`${errors.length} operations could not be tested`] : []),
    ],
  };
}
