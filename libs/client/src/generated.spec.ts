import { readFileSync } from 'node:fs';
import { generated } from '../generator/types.js';

it('The types are those of the documents (otherwise run `npm run docs` and commit it)', async () => {
  for (const { path, text } of await generated()) expect(readFileSync(path, 'utf8')).toBe(text);
});
