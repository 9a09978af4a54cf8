// Leaves of a built repository what runs: `node infra/compose/strip.mjs`, in the Dockerfile. Sources, tests and packages that
// only tests and developers need are deleted from the folder that it is called in.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const drop = (...path) => rmSync(join(...path), { recursive: true, force: true });
const foldersIn = (folder) => readdirSync(folder).map((name) => join(folder, name));

for (const name of ['apps/simulator', 'libs/testing', 'libs/client', 'infra/world']) drop(name);
for (const folder of [...foldersIn('apps'), ...foldersIn('libs'), 'infra/local']) {
  for (const name of ['src', 'web', 'test', 'bench', 'mutants', 'fuzz', 'maven', 'node_modules', 'tsconfig.json'])
    drop(folder, name);
  for (const name of ['test', 'bench', 'mutants', 'tsconfig.tsbuildinfo']) drop(folder, 'dist', name);
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) continue;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (/\.(spec\.(js|d\.ts)(\.map)?|d\.ts(\.map)?)$/.test(file)) drop(dist, file);
}
