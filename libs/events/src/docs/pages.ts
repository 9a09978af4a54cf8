import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VARIABLES } from '@ride/configuration';
import { catalogue } from '../catalogue.js';
import { EVERY_SERVICE } from '../fact.js';
import { packageFolder, repositoryVersions } from '../published/versions.js';
import { asyncapi, type Spoken } from './asyncapi/document.js';
import { cataloguePage } from './catalogue-page.js';
import { catalogFiles, pathsIn } from './eventcatalog/catalog.js';
import { withServiceSection } from './service-section.js';
import { servicesOf } from './services.js';
import { settingsPage } from './settings-page.js';

/** A page as it should be. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  /** null: nothing makes it any more. */
  readonly content: string | null;
}

export const repository = dirname(dirname(packageFolder()));
const CATALOG = 'docs/eventcatalog';
/** The console hears everything, and has no say. */
const SPEAKERS: readonly string[] = EVERY_SERVICE.filter((service) => service !== 'console');

/** Everything that is said and heard, of the services and of whoever else hears. */
export function spoken(): Spoken {
  const services = servicesOf(repository).filter(({ name, hears }) => isSpeaker(name) || hears.length > 0);
  return { ...catalogue(), services, versions: repositoryVersions() };
}

/**
 * Every page that is made from the code: docs/facts.md, docs/configuration.md, docs/asyncapi.json, docs/eventcatalog, and a
 * section of each service's README.
 */
export async function pages(): Promise<readonly Page[]> {
  const all = spoken();
  const { topics, facts } = all;
  const services = all.services.filter(({ name }) => isSpeaker(name));
  const catalog = (await catalogFiles(all)).map(({ path, content }) => ({ path: `${CATALOG}/${path}`, content }));
  return [
    { path: 'docs/facts.md', content: cataloguePage(topics, facts, services) },
    { path: 'docs/configuration.md', content: settingsPage(VARIABLES) },
    { path: 'docs/asyncapi.json', content: `${JSON.stringify(asyncapi(all), null, 2)}\n` },
    ...catalog,
    ...leftIn(CATALOG, new Set(catalog.map(({ path }) => path))),
    ...services.map((service) => {
      const path = `apps/${service.name}/README.md`;
      return { path, content: withServiceSection(pageAsItIs(path), service, facts) };
    }),
  ];
}

/** null when there is no such page yet. */
export function pageAsItIs(path: string): string | null {
  const file = join(repository, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Pages that are not as the code says, each with what to do. */
export async function stalePages(): Promise<readonly string[]> {
  return (await pages())
    .filter(({ path, content }) => pageAsItIs(path) !== content)
    .map(({ path }) => `${path} is not what the code says any more: run \`npm run docs\` and commit it.`);
}

function leftIn(folder: string, made: ReadonlySet<string>): readonly Page[] {
  if (!existsSync(join(repository, folder))) return [];
  const paths = pathsIn(join(repository, folder)).map((path) => `${folder}/${path}`);
  return paths.filter((path) => !made.has(path)).map((path) => ({ path, content: null }));
}

function isSpeaker(name: string): boolean {
  return SPEAKERS.includes(name);
}
