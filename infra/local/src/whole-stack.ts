import { join } from 'node:path';
import { type Settings } from '@ride/configuration';
import { type Component } from './component.js';
import { infrastructure, infrastructureNames, services, type InfrastructureOptions } from './infrastructure.js';
import { type Layout } from './layout.js';
import { nodeProcess } from './node-process.js';

/** The names of all components. */
export const everything: readonly string[] = [...infrastructureNames, 'issuer', ...services];

export function issuer(layout: Layout, { ports }: Settings): Component {
  const script = join(layout.root, 'infra', 'local', 'dist', 'src', 'issuer', 'main.js');
  return nodeProcess(layout, { name: 'issuer', script, port: ports.issuer, readyAt: '/jwks', after: [] });
}

/** What stops before what: services, issuer and registry, Kafka, Redis, PostgreSQL. */
export function wholeStack(layout: Layout, settings: Settings, options?: InfrastructureOptions): readonly Component[] {
  const below = [...infrastructureNames, 'issuer'];
  return [
    ...infrastructure(layout, settings, options),
    issuer(layout, settings),
    ...services.map((name) =>
      nodeProcess(layout, {
        name,
        script: join(layout.root, 'apps', name, 'dist', 'src', 'main.js'),
        port: settings.ports[name],
        readyAt: '/health/started',
        after: below,
      }),
    ),
  ];
}
