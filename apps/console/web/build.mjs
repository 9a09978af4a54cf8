// `node apps/console/web/build.mjs`: builds the page into apps/console/dist/web, unless it is what its sources say already.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const stamp = join(root, 'apps', 'console', 'dist', 'web', '.made-of');
/** The catalogue of facts is a part of the page. */
const asyncapi = 'docs/asyncapi.json';
const sources = ['apps/console/web/**/*', 'libs/client/src/**/*', 'package-lock.json', asyncapi];

/** One hash of all that the page is made of: modification times say nothing after a clone. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(relative(root, path)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

const wanted = sourcesHash();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const { build } = await import('vite');
  await build({ configFile: join(import.meta.dirname, 'vite.config.mjs'), logLevel: 'warn' });
  copyFileSync(join(root, asyncapi), join(dirname(stamp), 'asyncapi.json'));
  writeFileSync(stamp, wanted);
}
