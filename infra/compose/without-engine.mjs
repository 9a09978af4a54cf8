/* global fetch */
// `node infra/compose/without-engine.mjs FOLDER`: does what the Dockerfile says in a folder, where no engine runs: each stage is a
// folder, COPY copies, RUN runs here (but for apt-get). Then it starts every service from the last stage, by the image's own entry
// point and without the right to write, on the infrastructure that the RIDE_* variables lead to, and ends it by SIGTERM.
// What it can't show: the base image, tini, and how large the image is as layers.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const repository = join(import.meta.dirname, '..', '..');
const [folder = join(repository, '.local', 'without-engine')] = process.argv.slice(2);
const instructions = readFileSync(join(repository, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
const said = (name) => instructions.filter(([instruction]) => instruction === name).map(([, rest]) => rest);

/** The build context: what .dockerignore leaves. */
function context() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: repository });
  return listed.toString().trim().split('\n');
}

function copy(rest, root, workdir) {
  const [, from, sources] = /^(?:--from=(\S+) )?(.+)$/.exec(rest) ?? [];
  const paths = sources.split(' ');
  const to = join(root, workdir, paths.pop());
  mkdirSync(to, { recursive: true });
  for (const path of paths) {
    if (from !== undefined) cpSync(join(folder, from, path), to, { recursive: true, verbatimSymlinks: true });
    else if (path === '.')
      for (const file of context()) cpSync(join(repository, file), join(to, file), { recursive: true });
    else cpSync(join(repository, path), join(to, path.split('/').at(-1)));
  }
}

/** Paths of the image that a command names are those of its stage. */
function run(command, root, workdir) {
  if (command.includes('apt-get')) return console.log(`not done here: ${command}`);
  const here = command.replaceAll(/(?<=\s)\/(\w+)/g, (_, path) => join(root, path));
  const path = `${join(root, workdir, 'node_modules', '.bin')}:${dirname(process.execPath)}:${process.env.PATH}`;
  const begin = Date.now();
  execFileSync('sh', ['-c', here], { cwd: join(root, workdir), stdio: 'inherit', env: { ...process.env, PATH: path } });
  console.log(`${((Date.now() - begin) / 1000).toFixed(1)} s: ${command}`);
}

function build() {
  rmSync(folder, { recursive: true, force: true });
  let [root, workdir] = ['', '/'];
  for (const [instruction, rest] of instructions) {
    if (instruction === 'FROM') root = join(folder, / AS (\w+)/.exec(rest)?.[1] ?? 'image');
    else if (instruction === 'WORKDIR') mkdirSync(join(root, (workdir = rest)), { recursive: true });
    else if (instruction === 'COPY') copy(rest, root, workdir);
    else if (instruction === 'RUN') run(rest, root, workdir);
  }
}

/** Starts a service as the image does, waits until it has started, and ends it. Throws when one of these fails. */
async function tried(name, port, image, env) {
  const [, , node, ...flags] = JSON.parse(said('ENTRYPOINT')[0]);
  // Like the image's user: it may read all and write nothing.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const main = `apps/${name}/dist/src/main.js`;
  const options = { cwd: image, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'], ...user };
  const start = (...args) => spawn(node === 'node' ? process.execPath : node, [...flags, main, ...args], options);
  const migrating = start('migrate');
  migrating.stdout.resume();
  const [migrated] = await once(migrating, 'exit');
  if (migrated !== 0) throw new Error(`${name} migrate: exit code ${migrated}`);
  const begin = Date.now();
  const service = start();
  let log = '';
  service.stdout.on('data', (chunk) => (log = (log + chunk).slice(-5000)));
  const ended = once(service, 'exit');
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/started`).catch(() => undefined);
    if (answer?.ok) break;
    if (service.exitCode !== null || Date.now() - begin > 120_000) throw new Error(`${name} does not start:\n${log}`);
    await sleep(100);
  }
  const started = Date.now() - begin;
  service.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`${name} ended with ${code} after SIGTERM:\n${log}`);
  console.log(`${name}: migrated, started after ${started} ms, ended in order after SIGTERM`);
}

build();
const image = join(folder, 'image', 'ride');
for (const stage of ['image']) chmodSync(join(folder, stage), 0o755);
console.log(execFileSync('du', ['-sh', image]).toString().trim());
console.log(`${globSync('**/*.spec.*', { cwd: join(image, 'apps') }).length} specs in it`);

const need = createRequire(join(image, 'package.json'));
const { settings } = need('@ride/configuration');
const env = {
  NODE_ENV: 'production',
  RIDE_LISTEN_HOST: '127.0.0.1',
  RIDE_NAMESPACE: 'without_engine_',
  RIDE_MIGRATIONS: 'wait',
};
const { ports, postgres } = settings({ ...process.env, ...env });
const db = new (need('pg').Client)(`${postgres.url}/postgres`);
await db.connect();
try {
  for (const name of ['rider', 'driver', 'matching', 'booking', 'notification', 'console', 'insights']) {
    await db.query(`CREATE DATABASE without_engine_ride_${name}`);
    try {
      await tried(name, ports[name], image, env);
    } finally {
      await db.query(`DROP DATABASE without_engine_ride_${name} WITH (FORCE)`);
    }
  }
} finally {
  await db.end();
}
