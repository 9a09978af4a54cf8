import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '@ride/configuration';
import { Ajv } from 'ajv';
import { apps, infrastructureNames, ordinary } from '../infrastructure.js';
import { properties } from '../kafka.js';
import { repositoryRoot } from '../layout.js';
import { LOCAL } from '../local-settings.js';
import { postgresFlags } from '../postgres.js';
import { REDIS_FLAGS } from '../redis.js';
import { everything } from '../whole-stack.js';
import { composeFile } from './compose-file.js';

const root = repositoryRoot();
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const { services } = composeFile();
const here = settings({});
const named = (name: string) => services[name]!;
const TELEMETRY = ['collector', 'jaeger', 'prometheus', 'grafana'];

describe('docker-compose.yml', () => {
  it('is what the Compose specification takes', () => {
    const { $schema: _, ...schema } = JSON.parse(text('infra/compose/compose-spec.json')) as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const isValid = ajv.compile(schema);
    isValid(composeFile());
    expect(isValid.errors ?? []).toEqual([]);
    expect(isValid({ services: { kafka: { imagee: 'x' } } })).toBe(false);
  });

  it('has what the local stack has, and telemetry', () => {
    expect(Object.keys(services).sort()).toEqual([...everything, 'way-to-issuer', ...TELEMETRY].sort());
    const always = Object.keys(services).filter((name) => named(name).profiles === undefined);
    expect(always.sort()).toEqual([...infrastructureNames].sort());
    for (const name of ['issuer', ...apps]) expect(named(name).profiles).toEqual(['all']);
    for (const name of TELEMETRY) expect(named(name).profiles).toEqual(['all', 'telemetry']);
  });

  it.each<[name: string, port: number, variable: string]>([
    ['kafka', here.ports.kafka, 'RIDE_KAFKA_PORT'],
    ['postgres', here.ports.postgres, 'RIDE_POSTGRES_PORT'],
    ['redis', here.ports.redis, 'RIDE_REDIS_PORT'],
    ['registry', here.ports.registry, 'RIDE_SCHEMA_REGISTRY_PORT'],
    ['issuer', here.ports.issuer, 'RIDE_ISSUER_PORT'],
    ...apps.map((name) => [name, here.ports[name], `RIDE_${name.toUpperCase()}_PORT`] as [string, number, string]),
  ])('%s is found at the port of the local stack, by this machine only', (name, port, variable) => {
    const [outside = ''] = named(name).ports ?? [];
    expect(outside).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port}:\\d+$`));
    expect(composeFile({ [variable]: '4711' }).services[name]?.ports?.[0]).toMatch(/^127\.0\.0\.1:4711:/);
  });

  it('lets nothing listen beyond this machine', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('makes the databases of the local stack', () => {
    const made = [...text('infra/compose/databases.sql').matchAll(/CREATE DATABASE (\w+);/g)].map(([, name]) => name);
    expect(made.sort()).toEqual(['registry', ...apps].map((name) => `ride_${name}`).sort());
  });

  it('sets Kafka up as the local stack does, but for addresses', () => {
    const ours = properties('', { port: 1, controllerPort: 2, heapMegabytes: ordinary.kafkaHeapMegabytes })
      .split('\n')
      .filter((line) => line !== '' && !/listener|voters|^log\.dirs/.test(line));
    const theirs = Object.entries(named('kafka').environment ?? {}).map(
      ([name, value]) =>
        `${name
          .replace(/^KAFKA_/, '')
          .toLowerCase()
          .replaceAll('_', '.')}=${value}`,
    );
    expect(theirs).toEqual(expect.arrayContaining(ours));
    expect(theirs).toContain(`heap.opts=-Xmx${ordinary.kafkaHeapMegabytes}m`);
  });

  it('sets PostgreSQL and Redis up as the local stack does', () => {
    const flags = Object.entries(postgresFlags(ordinary)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    expect(named('postgres').command).toEqual(['postgres', ...flags]);
    expect(named('redis').command).toEqual(['redis-server', ...REDIS_FLAGS]);
  });

  it.each(apps)('runs %s by the program that the local stack runs, with settings that it takes', (name) => {
    const { image, command, environment = {}, ports } = named(name);
    expect(image).toBe('ride:local');
    expect(command).toEqual([`apps/${name}/dist/src/main.js`]);
    expect(existsSync(join(root, 'apps', name, 'src', 'main.ts'))).toBe(true);
    const inside = settings(environment);
    expect(ports?.[0]).toMatch(new RegExp(`:${inside.ports[name]}$`));
    expect(inside).toMatchObject({
      env: 'local',
      namespace: here.namespace,
      host: '0.0.0.0',
      identity: { issuer: here.identity.issuer },
    });
    expect(inside.urls).toEqual(here.urls);
  });

  it('leads the services to the containers', () => {
    const { kafka, postgres, redis, registry, identity, corsOrigins } = settings(named('rider').environment);
    const hosts = [kafka.brokers[0] ?? '', ...[postgres.url, redis.url, registry.url].map((url) => new URL(url).host)];
    expect(hosts).toEqual(['kafka:9092', 'postgres:5432', 'redis:6379', 'registry:8080']);
    expect(named('kafka').environment?.['KAFKA_ADVERTISED_LISTENERS']).toContain('INSIDE://kafka:9092');
    // The issuer listens to its own container only; who shares its network leads there.
    expect(new URL(identity.jwksUrl ?? '').host).toBe('issuer:13019');
    expect(named('issuer').ports?.[0]).toMatch(/:13019$/);
    expect(named('way-to-issuer')).toMatchObject({
      network_mode: 'service:issuer',
      command: ['forward.mjs', '13019', '13009'],
    });
    expect(corsOrigins).toContain(new URL(here.urls.console).origin);
    expect(settings(named('issuer').environment)).toMatchObject({ host: '127.0.0.1', ports: { issuer: 13009 } });
  });

  it('differs from the defaults as the local stack does', () => {
    expect(named('rider').environment).toMatchObject(LOCAL);
    const theirs = Object.keys(LOCAL);
    const addresses = /^RIDE_(LISTEN_HOST|ISSUER|KAFKA_BROKERS|CORS_ORIGINS|OTLP_URL|TRACE_URL|\w+_URL)$/;
    const more = Object.keys(named('rider').environment ?? {}).filter((name) => !addresses.test(name));
    expect(more.sort()).toEqual(theirs.sort());
  });

  it('knows of each part whether it works', () => {
    for (const name of infrastructureNames) expect(named(name).healthcheck).toBeDefined();
    // That of the image.
    for (const name of ['issuer', ...apps]) expect(named(name).healthcheck).toBeUndefined();
    expect(text('Dockerfile')).toContain('\nHEALTHCHECK ');
  });
});
