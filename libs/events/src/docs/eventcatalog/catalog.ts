import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import type { AnyFactType } from '../../fact.js';
import type { Version } from '../../published/versions.js';
import type { Spoken } from '../asyncapi/document.js';
import { exampleData } from '../example-data.js';
import { failedTopicsOf } from '../subscriptions.js';
import { channel, domain, event, failedChannels, service, versionOf, type Known } from './resources.js';
import { eventCatalog } from './sdk.js';

const CONFIGURATION = `/** @type {import('@eventcatalog/core/bin/eventcatalog.config').Config} */
export default {
  cId: '6b0e0c53-1f4c-4c0b-9f5e-7d0a2b7c1e42',
  title: 'Ride',
  organizationName: 'Ride',
  homepageLink: 'https://eventcatalog.dev',
  tagline: 'What the services of Ride say and hear',
  trailingSlash: false,
  base: '/',
};
`;

/** A file of the catalogue; its path is relative to the catalogue's folder. */
export interface CatalogFile {
  readonly path: string;
  readonly content: string;
}

/** The topics, facts and services as an EventCatalog directory, written by its SDK; the same for the same code. */
export async function catalogFiles({ topics, facts, services, versions }: Spoken): Promise<readonly CatalogFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ride-eventcatalog-'));
  try {
    const published = (fact: AnyFactType) => versions.of(fact.topic.name, fact.type);
    const known: Known = {
      topics,
      facts,
      services,
      failed: failedTopicsOf(services, facts).filter(({ subscriptions }) => subscriptions.length > 0),
      newest: (fact) => versionOf(published(fact).at(-1)?.number ?? 1),
    };
    const whole = join(folder, 'whole');
    await writeWhole(eventCatalog(whole), known);
    // The SDK reads all that is there before each write: a folder of its own for each fact keeps that short.
    for (const fact of facts) await writeFact(eventCatalog(join(folder, fact.type)), fact, published(fact));
    const written = ['whole', ...facts.map(({ type }) => type)].flatMap((name) => filesIn(join(folder, name)));
    return [{ path: 'eventcatalog.config.js', content: CONFIGURATION }, ...written];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Catalog = ReturnType<typeof eventCatalog>;

async function writeWhole(catalog: Catalog, known: Known): Promise<void> {
  await catalog.writeDomain(domain(known));
  for (const each of known.services) await catalog.writeService(service(each, known));
  for (const each of [...known.topics.map(channel), ...known.failed.flatMap(failedChannels)])
    await catalog.writeChannel(each);
}

/** Each published version with its schema, an older one under `versioned`. */
async function writeFact(catalog: Catalog, fact: AnyFactType, published: readonly Version[]): Promise<void> {
  for (const { number, schema } of published.length > 0 ? published : [{ number: 1, schema: fact.avro }]) {
    const version = versionOf(number);
    await catalog.writeEvent(event(fact, version), { versionExistingContent: number > 1 });
    const text = JSON.stringify(schema, null, 2);
    await catalog.addSchemaToEvent(fact.type, { schema: text, fileName: 'schema.avsc' }, version);
  }
  const example = { content: JSON.stringify(exampleData(fact), null, 2), fileName: 'example.json' };
  await catalog.addExampleToEvent(fact.type, example);
}

/** All files under a folder, by path; none when there is no such folder. */
export function pathsIn(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(relative(folder, path).replaceAll('\\', '/'));
    }
  };
  visit(folder);
  return found.sort();
}

function filesIn(folder: string): readonly CatalogFile[] {
  return pathsIn(folder).map((path) => ({ path, content: `${readFileSync(join(folder, path), 'utf8').trimEnd()}\n` }));
}
