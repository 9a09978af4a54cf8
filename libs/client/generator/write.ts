import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { generated } from './types.js';

// The last part of `npm run docs`: libs/client/src/generated, from the documents of docs/openapi.
for (const { path, text } of await generated()) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
