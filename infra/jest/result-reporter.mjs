import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Leaves what a Jest run found in .local/results/<project>-<target>.json, where `npm test` adds it all up. */
export default class ResultReporter {
  constructor(globalConfig, options) {
    this.target = options.target;
    this.rootDir = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const { nx } = JSON.parse(readFileSync(join(this.rootDir, 'package.json'), 'utf8'));
    const file = join(this.rootDir, '..', '..', '.local', 'results', `${nx.name}-${this.target}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      JSON.stringify({
        passed: results.numPassedTests,
        // A suite that could not run at all has no failed test: it counts as one.
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: results.numPendingTests + results.numTodoTests,
      }),
    );
  }
}
