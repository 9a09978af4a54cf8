import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VARIABLES } from '@ride/configuration';
import { catalogue } from '../catalogue.js';
import { SERVICES } from '../fact.js';
import { packageFolder, repositoryVersions } from '../published/versions.js';
import { asyncapi } from './asyncapi/document.js';
import { cataloguePage } from './catalogue-page.js';
import { withServiceSection } from './service-section.js';
import { servicesOf } from './services.js';
import { settingsPage } from './settings-page.js';

/** A page as it should be. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

export const repository = dirname(dirname(packageFolder()));

/**
 * Every page that is made from the code: docs/facts.md, docs/configuration.md, docs/asyncapi.json, and a section of each
 * service's README.
 */
export function pages(): readonly Page[] {
  const { topics, facts } = catalogue();
  const apps = servicesOf(repository);
  const services = apps.filter(({ name }) => (SERVICES as readonly string[]).includes(name));
  const versions = repositoryVersions();
  const spoken = {
    topics,
    facts,
    services: apps.filter((app) => services.includes(app) || app.hears.length > 0),
    versions,
  };
  return [
    { path: 'docs/asyncapi.json', content: `${JSON.stringify(asyncapi(spoken), null, 2)}\n` },
    { path: 'docs/facts.md', content: cataloguePage(topics, facts, services) },
    { path: 'docs/configuration.md', content: settingsPage(VARIABLES) },
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
export function stalePages(): readonly string[] {
  return pages()
    .filter(({ path, content }) => pageAsItIs(path) !== content)
    .map(({ path }) => `${path} is not what the code says any more: run \`npm run docs\` and commit it.`);
}
