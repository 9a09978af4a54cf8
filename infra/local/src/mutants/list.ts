import { relative } from 'node:path';
import type { Placed } from './mutant.js';

/** Rule or policy → test → the mutants that make it fail. */
export function table(mutants: readonly Placed[], root: string): string {
  const lines = [...Map.groupBy(mutants, ({ title }) => title)].flatMap(([title, own]) => {
    const tests = Map.groupBy(own, ({ fails, test }) => `${fails}  (${relative(root, test)})`);
    return [
      title,
      ...[...tests].flatMap(([test, breaking]) => [
        `   ✓ ${test}`,
        ...breaking.map(
          ({ name, file, byWaiting }) => `      ✗ ${name}  (${relative(root, file)}${byWaiting ? ', by waiting' : ''})`,
        ),
      ]),
      '',
    ];
  });
  return [...lines, `${mutants.length} mutants`].join('\n');
}
