// What `npm start`, `npm test` and the others go through: plain JavaScript without dependencies, since on a fresh clone there
// are none, and Node may still be 20. It installs what is missing, builds, and runs the command under the repository's Node.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, machineFindings } from './machine.mjs';
import { jarsAreThere, keepJars, packagesAreThere } from './installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const local = join(root, '.local');
const windows = process.platform === 'win32';
/** What each command has built first. `test` reports what doesn't compile itself; the others name what they need. */
const builds = {
  test: ['infra/local'],
  token: ['infra/local'],
  'dead-letters': ['infra/local'],
  break: ['infra/local'],
  journey: ['infra/local'],
  mutants: ['infra/local', 'libs/messaging', 'libs/streams', 'infra/world'],
  oracle: ['libs/streams'],
  streams: ['libs/streams'],
  world: ['infra/local', 'infra/world'],
};
/** Commands that are compiled programs of libraries, one after the other. */
const programs = {
  docs: [
    'libs/events/dist/src/docs/write.js',
    'libs/observability/dist/src/telemetry/write-page.js',
    'libs/http/dist/src/health/write-page.js',
    'libs/http/dist/src/openapi/write.js',
    'libs/client/dist/generator/write.js',
    'infra/local/dist/src/elsewhere/kubernetes/write.js',
  ],
  'release-api': ['libs/http/dist/src/openapi/release.js'],
  schemas: ['libs/events/dist/src/published/record.js'],
  oracle: ['libs/streams/dist/oracle/main.js'],
  streams: ['libs/streams/dist/commands/main.js'],
};

/** Commands that start the console, or build everything: the page is built with what they need, unless it is already. */
const withPage = ['start', 'build'];

let child;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Ctrl-C reaches the child by itself; we wait for it to end in order.
  process.on(signal, () => signal !== 'SIGINT' && child?.kill(signal));
}

/** Runs a program with its output in a log. Throws with the end of the log when it fails. */
function quietly(name, file, args, { log }) {
  mkdirSync(dirname(log), { recursive: true });
  const sink = openSync(log, 'w');
  return new Promise((resolve, reject) => {
    const started = spawn(file, args, { cwd: root, stdio: ['ignore', sink, sink], shell: windows });
    started.once('error', reject);
    started.once('exit', (code) => {
      closeSync(sink);
      if (code === 0) return resolve();
      const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
      reject(new Error(`${name} failed (exit code ${code}). The end of ${log}:\n${end}`));
    });
  });
}

/** A long step with a line of progress: rewritten each second on a terminal, one line at its begin and end elsewhere. */
async function step(name, work) {
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  const { isTTY } = process.stdout;
  if (!isTTY) console.log(`${name} …`);
  const timer = isTTY ? setInterval(() => process.stdout.write(`\r${name} … ${seconds()} s`), 1000) : undefined;
  try {
    await work();
    process.stdout.write(`${isTTY ? '\r' : ''}${name} … done after ${seconds()} s\n`);
  } finally {
    clearInterval(timer);
  }
}

async function install() {
  const jars = join(local, 'jars');
  const pom = join(root, 'infra', 'local', 'maven', 'pom.xml');
  const steps = [];
  if (!packagesAreThere(root)) {
    steps.push(() =>
      step('Installing npm packages (about 1,000; once)', () =>
        quietly('npm ci', 'npm', ['ci', '--no-audit', '--no-fund'], { log: join(local, 'logs', 'npm-ci.log') }),
      ),
    );
  }
  if (!jarsAreThere(jars, pom)) {
    steps.push(() =>
      step('Fetching Kafka, Redis and the schema registry by Maven (200 MB; once)', async () => {
        rmSync(jars, { recursive: true, force: true });
        const args = ['-B', '-ntp', '-q', '-f', pom, 'package', `-Dstack=${jars}`];
        await quietly('Maven', 'mvn', args, { log: join(local, 'logs', 'maven.log') });
        keepJars(jars, pom);
      }),
    );
  }
  if (steps.length === 0) return;
  const findings = await machineFindings({
    root,
    cold: !packagesAreThere(root),
    jarsMissing: !jarsAreThere(jars, pom),
  });
  if (findings.length > 0) throw new Error(explain(findings));
  // Side by side; when one fails the other is still finished, so that the next try need not do it again.
  const ended = await Promise.allSettled(steps.map((each) => each()));
  const failed = ended.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
}

/** The repository's own Node, which has what the services need. */
function ownNode() {
  const file = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  return existsSync(file) ? file : process.execPath;
}

/** Runs a program in this terminal; resolves to its exit code. With a channel it learns of our end, whatever ends us. */
function inTerminal(file, args, { channel = false } = {}) {
  const stdio = channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
  const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };
  child = spawn(file, args, { cwd: root, stdio, env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function main([command, ...args]) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    throw new Error(`Node ${process.versions.node} is too old: install Node 20 or newer.  [node_too_old]`);
  await install();
  const tsc = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  const code = await inTerminal(ownNode(), [tsc, '-b', ...(builds[command] ?? [])]);
  if (code !== 0) throw new Error('What is above does not compile.');
  if (withPage.includes(command)) {
    const code = await inTerminal(ownNode(), [join(root, 'apps', 'console', 'web', 'build.mjs')]);
    if (code !== 0) throw new Error('The operators’ page does not build: see above.');
  }
  if (command === 'build') return 0;
  for (const program of programs[command] ?? []) {
    const code = await inTerminal(ownNode(), [program, ...args]);
    if (code !== 0) return code;
  }
  if (command in programs) return 0;
  const ours = join(root, 'infra', 'local', 'dist', 'src', 'main.js');
  return inTerminal(ownNode(), ['--enable-source-maps', ours, command, ...args], { channel: true });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  if (process.argv[2] === 'test') console.log('0 passed, 1 failed');
}
