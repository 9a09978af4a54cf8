import type { Found } from './search.js';

/** What there is to read of a story that breaks a rule. */
export function shown({ seed, violation, trace, story, shrunk }: Found): string {
  const { setting, steps, ...people } = story;
  return [
    '',
    `Seed ${seed} breaks a rule (made smaller ${shrunk} times):`,
    '',
    `  ${violation.message}`,
    '',
    `Given  ${JSON.stringify({ ...people, ...setting })}`,
    ...steps.map(({ do: what, ...about }) => `       ${what}  ${JSON.stringify(about)}`),
    '',
    trace,
    '',
    `Again: npm run world -- --seed ${seed}`,
  ].join('\n');
}
