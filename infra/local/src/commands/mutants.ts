import { parseArgs } from 'node:util';
import { layout as layoutOf } from '../layout.js';
import { allMutants } from '../mutants/catalogues.js';
import { JestRunner, needsInfrastructure } from '../mutants/jest-run.js';
import { table } from '../mutants/list.js';
import { runMutants } from '../mutants/run.js';
import { say } from '../terminal.js';
import { startTestInfrastructure } from '../test-infrastructure.js';
import { Refused } from './exit.js';

/**
 * `npm run mutants -- [WORD…] [--list]`: whether the tests notice mistakes that are made on purpose. Words choose: those of a
 * label (`booking`, or `5` of `promise 5`), or what stands in a name.
 */
export async function mutants(args: readonly string[]): Promise<number> {
  const { root } = layoutOf();
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { list: { type: 'boolean' } },
    allowPositionals: true,
  });
  const all = await allMutants(root);
  const chosen = all.filter(
    ({ label, name }) =>
      positionals.length === 0 ||
      positionals.some((word) => label.split(' ').includes(word) || name.toLowerCase().includes(word.toLowerCase())),
  );
  if (chosen.length === 0) throw new Refused(`No mutant is called ${positionals.join(' or ')}: --list has them all.`);
  if (values.list) {
    say(table(chosen, root));
    return 0;
  }
  const isAtHand = process.env['RIDE_TEST_INFRASTRUCTURE'] !== undefined;
  if (isAtHand || !chosen.some(({ test }) => needsInfrastructure(test)))
    return runMutants(chosen, new JestRunner(root, process.env), root);
  const infrastructure = await startTestInfrastructure();
  try {
    const env = { ...process.env, RIDE_TEST_INFRASTRUCTURE: infrastructure.file };
    return await runMutants(chosen, new JestRunner(root, env), root);
  } finally {
    await infrastructure.stop();
  }
}
