import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageOf } from './catalogues.js';
import type { Placed } from './mutant.js';

/** What the tests wait for takes a second or two; a mutant that prevents it shall not cost half a minute. */
const PATIENCE_MS = 8_000;
const LONGEST_TEST_MS = 45_000;
/** A mutant may keep Jest itself from ending. So long for each file. */
const LONGEST_RUN_MS = 90_000;

export interface TestResult {
  /** Absolute. */
  readonly file: string;
  readonly title: string;
  readonly passed: boolean;
  /** Why it failed; the empty string when it passed. */
  readonly message: string;
}

export interface JestRun {
  readonly tests: readonly TestResult[];
  readonly log: string;
  /** It did not end by itself. */
  readonly hung: boolean;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { title: string; status: string; failureMessages: readonly string[] }[];
  }[];
}

/** Suites and specs are run by different configurations of Jest. */
export const needsInfrastructure = (file: string): boolean => !file.split(/[\\/]/).includes('src');

/** Runs single tests, with a mutant compiled into them. */
export class JestRunner {
  readonly #logs: string;

  /** `env`: where the infrastructure is that suites need. */
  constructor(
    private readonly root: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.#logs = join(root, '.local', 'mutants');
    mkdirSync(this.#logs, { recursive: true });
  }

  /** Runs those tests of the files, all suites or all specs of one package, that have one of the titles. */
  async run(name: string, files: readonly string[], titles: readonly string[], mutant?: Placed): Promise<JestRun> {
    const log = join(this.#logs, `${name}.log`);
    const report = join(this.#logs, `${name}.json`);
    rmSync(report, { force: true });
    const patienceMs = LONGEST_RUN_MS * files.length;
    const hung = !(await this.#ended(this.#arguments(files, titles, report), log, patienceMs, mutant));
    const found = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults : [];
    const tests = found.flatMap((file) =>
      file.assertionResults
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ title, status, failureMessages }) => ({
          file: file.name,
          title,
          passed: status === 'passed',
          message: failureMessages.join('\n'),
        })),
    );
    return { tests, log, hung };
  }

  #arguments(files: readonly string[], titles: readonly string[], report: string): readonly string[] {
    const pattern = `(${titles.map((title) => title.replaceAll(/[^\w ]/g, '\\$&')).join('|')})$`;
    const kind = files.every(needsInfrastructure) ? 'e2e' : 'unit';
    return [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      ...['--disable-warning=TimeoutNegativeWarning', join(this.root, 'node_modules/jest/bin/jest.js')],
      ...['-c', join(this.root, `infra/jest/${kind}.mjs`), '--rootDir', packageOf(files[0] ?? this.root)],
      ...['--runInBand', '--forceExit', '--reporters=default', '--json', '--outputFile', report],
      ...['--testTimeout', String(LONGEST_TEST_MS), '-t', pattern, '--runTestsByPath', ...files],
    ];
  }

  /** Resolves to false when the run had to be ended. */
  #ended(args: readonly string[], log: string, patienceMs: number, mutant: Placed | undefined): Promise<boolean> {
    const sink = openSync(log, 'w');
    const mutation = mutant && { file: mutant.file, find: mutant.find, replace: mutant.replace };
    const child = spawn(process.execPath, args, {
      cwd: this.root,
      stdio: ['ignore', sink, sink],
      env: {
        ...this.env,
        FORCE_COLOR: '0',
        TEST_PATIENCE_MS: String(PATIENCE_MS),
        MUTANT: mutation ? JSON.stringify(mutation) : '',
      },
    });
    return new Promise((resolve, reject) => {
      let inTime = true;
      const timer = setTimeout(() => {
        inTime = false;
        child.kill('SIGKILL');
      }, patienceMs);
      child.once('error', reject);
      child.once('exit', () => {
        clearTimeout(timer);
        closeSync(sink);
        resolve(inTime);
      });
    });
  }
}
