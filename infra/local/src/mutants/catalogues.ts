import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue, Placed } from './mutant.js';

/** Where a package's catalogue is when it is compiled. */
const COMPILED = 'dist/mutants/catalogue.js';

/** Every mutant of the repository: those of each package that has mutants/catalogue.ts; `module`: the path to import. */
export async function allMutants(root: string, module = COMPILED): Promise<readonly Placed[]> {
  const folders = ['libs', 'apps', 'infra'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => join(root, kind, name)),
  );
  const found = folders.filter((folder) => existsSync(join(folder, 'mutants', 'catalogue.ts')));
  return (await Promise.all(found.map((folder) => mutantsOf(folder, module)))).flat();
}

async function mutantsOf(folder: string, module: string): Promise<readonly Placed[]> {
  const { href } = pathToFileURL(join(folder, module));
  const { catalogue } = (await import(href)) as { catalogue: Catalogue };
  return catalogue.flatMap(({ label, title, mutants }) =>
    mutants.map((mutant) => ({
      ...mutant,
      ...{ label, title, file: join(folder, mutant.file), test: join(folder, mutant.test) },
    })),
  );
}

/** The folder of the package that a file belongs to. */
export function packageOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** How often the text that a mutant changes stands in its file: a mutant that changes nothing proves nothing. */
export function occurrences({ file, find }: Placed): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split(find).length - 1 : 0;
}
