import { Violation } from '../model/violation.js';

/** The rule holds, or what is wrong is told. */
export function must(rule: string, holds: boolean, what: () => string): void {
  if (!holds) throw new Violation(rule, what());
}
