import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentToken } from '../src/commands/token.js';
import { layout } from '../src/layout.js';
import { FiveServices } from './journey/five-services.js';

const { root } = layout();
const TSC = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');

let five: FiveServices;
let project: string;

beforeAll(async () => {
  five = await FiveServices.start();
  project = realpathSync(mkdtempSync(join(tmpdir(), 'ride-client-')));
});
afterAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await five?.stop();
});

/** Runs a program in the fresh project. Resolves to what it printed; throws with all of it when it fails. */
async function run(file: string, args: readonly string[], env: Record<string, string> = {}, cwd = project) {
  const child = spawn(file, args, { cwd, env: { ...process.env, NODE_PATH: '', NODE_OPTIONS: '', ...env } });
  const [out, all]: string[][] = [[], []];
  child.stdout.on('data', (text) => (out!.push(String(text)), all!.push(String(text))));
  child.stderr.on('data', (text) => all!.push(String(text)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${String(code)}:\n${all!.join('')}`);
  return out!.join('');
}

it('the client, packed and installed elsewhere, compiles with nothing but its own dependencies, and does a ride there', async () => {
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', project];
  const [{ filename }] = JSON.parse(await run('npm', pack, {}, join(root, 'libs', 'client'))) as [{ filename: string }];
  const dependencies = { '@ride/client': `file:${filename}` };
  const options = {
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    outDir: 'dist',
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['ride.ts'] }));
  copyFileSync(join(root, 'infra', 'local', 'test', 'fresh-project', 'ride.ts'), join(project, 'ride.ts'));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']);
  await run(process.execPath, [TSC, '-p', '.']);

  const { issuer } = five.settings.identity;
  const [rider, driver] = await Promise.all([developmentToken(issuer, 'rider'), developmentToken(issuer, 'driver')]);
  const places = { rider: five.url('rider'), driver: five.url('driver'), tokens: { rider, driver } };
  const main = `import { ride } from './dist/ride.js'; console.log(JSON.stringify(await ride(JSON.parse(process.env.PLACES))));`;
  writeFileSync(join(project, 'main.mjs'), main);
  const seen: unknown = JSON.parse(await run(process.execPath, ['main.mjs'], { PLACES: JSON.stringify(places) }));
  expect(seen).toMatchObject({ status: 'completed', fare: { minor: expect.any(Number) as number, currency: 'USD' } });
});
