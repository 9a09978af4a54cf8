import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RideRequested, rides } from '../../facts/index.js';
import { repositoryVersions, type Version } from '../../published/versions.js';
import { repository, spoken } from '../pages.js';
import { catalogFiles, pathsIn } from './catalog.js';
import { eventCatalog } from './sdk.js';

const catalog = eventCatalog(join(repository, 'docs/eventcatalog'));
const nameOf = ({ id, version = '' }: { readonly id: string; readonly version?: string }) => `${id} ${version}`;

describe('docs/eventcatalog', () => {
  it('holds what the code says, read back by the SDK of EventCatalog', async () => {
    const { topics, facts, services } = spoken();
    expect((await catalog.getDomains()).map(({ id }) => id)).toEqual(['ride']);
    const written = await catalog.getServices();
    expect(written.map(({ id }) => id).sort()).toEqual(services.map(({ name }) => name).sort());
    const channels = (await catalog.getChannels()).map(({ id }) => id);
    expect(channels).toEqual(expect.arrayContaining([...topics.map(({ name }) => name), 'booking.dead-letters.v1']));
    const events = await catalog.getEvents({ attachSchema: true });
    for (const { type, topic, avro } of facts) {
      const numbered = Map.groupBy(
        events.filter(({ id }) => id === type),
        ({ version = '' }) => Number.parseInt(version),
      );
      const [newest] = numbered.get(Math.max(...numbered.keys())) ?? [];
      expect(newest?.channels?.map(({ id }) => id)).toEqual([topic.name]);
      expect(newest?.schema).toEqual(JSON.parse(JSON.stringify(avro)));
    }
  });

  it('points at nothing that is not there', async () => {
    const services = await catalog.getServices();
    const pointers = services.flatMap(({ sends = [], receives = [] }) => [...sends, ...receives]);
    const events = new Set((await catalog.getEvents()).map(nameOf));
    const channels = new Set((await catalog.getChannels()).map(nameOf));
    expect(pointers.length).toBeGreaterThan(30);
    expect(pointers.map(nameOf).filter((name) => !events.has(name))).toEqual([]);
    const ways = pointers.flatMap((pointer) => ('to' in pointer ? pointer.to : 'from' in pointer ? pointer.from : []));
    expect((ways ?? []).map(nameOf).filter((name) => !channels.has(name))).toEqual([]);
  });

  it('keeps every published version of a fact with its schema', async () => {
    const [first] = repositoryVersions().of(rides.name, RideRequested.type);
    if (!first) throw new Error('RideRequested was never published');
    const second: Version = { number: 2, schema: { ...first.schema, fields: first.schema.fields.slice(1) } };
    const versions = { of: () => [first, second] };
    const files = await catalogFiles({ topics: [rides], facts: [RideRequested], services: [], versions });
    const at = (path: string) => files.find((file) => file.path === `events/RideRequested/${path}`)?.content;
    expect(at('index.mdx')).toContain('version: 2.0.0');
    expect(JSON.parse(at('schema.avsc') ?? '')).toEqual(second.schema);
    expect(at('versioned/1.0.0/index.mdx')).toContain('version: 1.0.0');
    expect(JSON.parse(at('versioned/1.0.0/schema.avsc') ?? '')).toEqual(first.schema);
  });

  it('has no brace in its text that MDX would take for JavaScript', () => {
    const folder = join(repository, 'docs/eventcatalog');
    const pages = pathsIn(folder).filter((path) => path.endsWith('.mdx'));
    const texts = pages.map((path) => readFileSync(join(folder, path), 'utf8'));
    expect(texts.some((text) => text.includes('\\{'))).toBe(true);
    for (const text of texts) expect(text.replaceAll(/\\[{}]/g, '')).not.toMatch(/[{}]/);
  });
});
