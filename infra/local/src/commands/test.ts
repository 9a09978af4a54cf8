import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { layout as layoutOf } from '../layout.js';
import { say } from '../terminal.js';
import { startTestInfrastructure } from '../test-infrastructure.js';
import { dropResults, expectedResults, sum, tallyOf, type Tally } from './results.js';
import { runTool } from './run-tool.js';

/** `npm test`: everything that is checked, on one infrastructure of its own. Its last line is `N passed, N failed`. */
export async function test(): Promise<number> {
  const { root } = layoutOf();
  const results = join(root, '.local', 'results');
  dropResults(results);
  const starting = startTestInfrastructure();
  // Awaited below, after the checks that need none of it.
  starting.catch(() => undefined);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    FORCE_COLOR: '0',
  };
  const failures: string[] = [];

  async function check(
    name: string,
    file: string,
    args: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<Tally> {
    const begin = performance.now();
    const code = await runTool(file, args, { cwd: root, env: { ...env, ...more } });
    say(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
    if (code !== 0) failures.push(`${name} (exit code ${code})`);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }

  const nx = ['run-many', '--outputStyle=static', '--nxBail=false'];
  const tallies = [
    await check('types', 'tsc', ['-b']),
    await check('format', 'prettier', ['--check', '--log-level=warn', '.']),
    await check('lint', 'nx', [...nx, '-t', 'lint', '--parallel=2']),
  ];
  const units = await check('unit tests', 'nx', [...nx, '-t', 'test', '--parallel=2']);
  const infrastructure = await starting;
  let suites: Tally;
  try {
    const more = { RIDE_TEST_INFRASTRUCTURE: infrastructure.file };
    suites = await check('e2e suites', 'nx', [...nx, '-t', 'e2e', '--parallel=2'], more);
  } finally {
    await infrastructure.stop();
  }

  for (const expected of expectedResults(root, results)) {
    const tally = tallyOf(expected);
    if (tally.failed > 0)
      failures.push(`${expected.name}: ${tally.missing ? 'left no result' : `${tally.failed} failed`}`);
    tallies.push(tally);
  }
  const counted = sum(tallies);
  // A runner that failed although every test it reported passed must not go unnoticed.
  const unnoticed = counted.failed === 0 && units.failed + suites.failed > 0 ? 1 : 0;
  for (const failure of failures) say(`FAILED ${failure}`);
  say(`${counted.passed} passed, ${counted.failed + unnoticed} failed`);
  return counted.failed + unnoticed > 0 ? 1 : 0;
}
