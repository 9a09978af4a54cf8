import { PROMISES } from '../test/promises/promises.js';
import type { Numbered } from './mutant.js';

/** Promise → test → the mutants that make it fail. */
export function table(mutants: readonly Numbered[]): string {
  const lines = Object.entries(PROMISES).flatMap(([number, sentence]) => {
    const own = mutants.filter(({ promise }) => promise === Number(number));
    const tests = Map.groupBy(own, ({ fails, test }) => `${fails}  (${test})`);
    return [
      `${number}. ${sentence}`,
      ...[...tests].flatMap(([test, breaking]) => [
        `   ✓ ${test}`,
        ...breaking.map(({ name, file, byWaiting }) => `      ✗ ${name}  (${file}${byWaiting ? ', by waiting' : ''})`),
      ]),
      '',
    ];
  });
  return [...lines, `${mutants.length} mutants`].join('\n');
}
