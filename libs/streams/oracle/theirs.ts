import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer, Case } from './cases.js';

const ROOT = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../../..' : '../../../..');
const SOURCES = join(ROOT, 'libs', 'streams', 'oracle');
const JARS = join(ROOT, '.local', 'jars', 'oracle');

/** Kafka Streams itself, by its TopologyTestDriver, in a process of its own. */
export class Theirs {
  readonly #waiting: ((line: string) => void)[] = [];
  readonly #state = mkdtempSync(join(tmpdir(), 'ride-oracle-'));

  private constructor(java: (state: string) => ChildProcess) {
    this.#child = java(this.#state);
    createInterface(this.#child.stdout!).on('line', (line) => this.#waiting.shift()?.(line));
  }
  readonly #child: ChildProcess;

  /** Fetches the jars from Maven Central when they are not there. */
  static async start(): Promise<Theirs> {
    await fetchJars();
    const path = [join(JARS, '*')].join(delimiter);
    return new Theirs((state) =>
      spawn(
        'java',
        [
          '-cp',
          path,
          `-Doracle.state=${state}`,
          '-Dfile.encoding=UTF-8',
          '-Dstdout.encoding=UTF-8',
          join(SOURCES, 'Oracle.java'),
        ],
        {
          stdio: ['pipe', 'pipe', 'ignore'],
        },
      ),
    );
  }

  answer(asked: Case): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#child.once('exit', reject);
      this.#waiting.push((line) => {
        this.#child.off('exit', reject);
        resolve(JSON.parse(line) as Answer);
      });
      this.#child.stdin!.write(`${JSON.stringify(asked)}\n`);
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin!.end();
    await ended;
    rmSync(this.#state, { recursive: true, force: true });
  }
}

async function fetchJars(): Promise<void> {
  if (existsSync(join(JARS, 'fetched'))) return;
  mkdirSync(JARS, { recursive: true });
  await run('mvn', [
    '-q',
    '-B',
    '-f',
    join(SOURCES, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${JARS}`,
  ]);
  mkdirSync(join(JARS, 'fetched'));
}

function run(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}`))));
  });
}
