// `node --conditions=ride-source --import …/from-source.mjs FILE.ts`: runs TypeScript as Jest compiles it, without a build, and
// with the mutation that `npm run mutants` wishes for. For the processes that tests start, to stop and to kill them.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, URL } from 'node:url';
import { transformSync } from '@swc/core';
import { mutated } from './mutation.mjs';
import { swcOptions } from './typescript.mjs';

const isOurs = (url) => url?.startsWith('file:') && url.endsWith('.ts');

registerHooks({
  resolve(specifier, context, next) {
    if (isOurs(context.parentURL) && specifier.startsWith('.') && specifier.endsWith('.js')) {
      const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(url)) return { url: url.href, shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const text = mutated(readFileSync(filename, 'utf8'), filename);
    const { code } = transformSync(text, { ...swcOptions, sourceMaps: 'inline', filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
