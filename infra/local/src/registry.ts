import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nothing, type Component } from './component.js';
import { type Layout } from './layout.js';
import { answersOk } from './probes.js';

export interface RegistryOptions {
  readonly port: number;
  readonly postgresPort: number;
  readonly database: string;
}

/** The Apicurio registry, which keeps the schemas in PostgreSQL and speaks Confluent's API. */
export function registry(layout: Layout, options: RegistryOptions): Component {
  const folder = join(layout.jars, 'apicurio');
  const marker = `-Dride.stack=${layout.run}`;
  const api = `http://127.0.0.1:${options.port}/apis/ccompat/v7`;
  return {
    name: 'registry',
    after: ['postgres'],
    port: options.port,
    marker,
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    prepare: nothing,
    async command() {
      const jar = existsSync(folder) ? readdirSync(folder).find((each) => each.endsWith('-runner.jar')) : undefined;
      if (jar === undefined) throw new Error(`No registry in ${folder}: delete ${layout.jars} and start again.`);
      const set = {
        'quarkus.http.port': options.port,
        'quarkus.http.host': '127.0.0.1',
        'quarkus.log.level': 'WARN',
        'apicurio.storage.kind': 'sql',
        'apicurio.storage.sql.kind': 'postgresql',
        'apicurio.datasource.url': `jdbc:postgresql://127.0.0.1:${options.postgresPort}/${options.database}`,
        'apicurio.datasource.username': 'ride',
        'apicurio.datasource.password': 'ride',
        // Otherwise each of its pooled connections fails one request after PostgreSQL was away.
        'quarkus.datasource.postgresql.jdbc.validate-on-borrow': true,
      };
      const properties = Object.entries(set).map(([name, value]) => `-D${name}=${value}`);
      const jvm = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', marker];
      return { file: 'java', args: [...jvm, ...properties, '-jar', join(folder, jar)] };
    },
    async isReady() {
      return answersOk(`${api}/subjects`);
    },
    furnish: nothing,
  };
}
