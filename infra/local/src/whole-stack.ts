import { join } from 'node:path';
import { type Settings } from '@ride/configuration';
import { type Component } from './component.js';
import { apps, infrastructure, infrastructureNames } from './infrastructure.js';
import { type InfrastructureOptions, type AppName } from './infrastructure.js';
import { type Layout } from './layout.js';
import { nodeProcess, type NodeProcess } from './node-process.js';
import { type InstancePorts } from './plan.js';

const BALANCER = 'balancer';

/** The names of all components. */
export const everything: readonly string[] = [...infrastructureNames, 'issuer', ...apps];

export function issuer(layout: Layout, { ports }: Settings): Component {
  const script = join(layout.root, 'infra', 'local', 'dist', 'src', 'issuer', 'main.js');
  return nodeProcess(layout, { name: 'issuer', script, port: ports.issuer, readyAt: '/jwks', after: [] });
}

/** What stops before what: balancer, services, issuer and registry, Kafka, Redis, PostgreSQL. */
export function wholeStack(
  layout: Layout,
  settings: Settings,
  options?: InfrastructureOptions,
  instances?: InstancePorts,
): readonly Component[] {
  const below = [...infrastructure(layout, settings, options), issuer(layout, settings)];
  const after = below.map(({ name }) => name);
  const service = (name: AppName, more: Pick<NodeProcess, 'name' | 'port' | 'env'>): Component => {
    const script = join(layout.root, 'apps', name, 'dist', 'src', 'main.js');
    return nodeProcess(layout, { ...more, script, readyAt: '/health/started', after });
  };
  if (instances === undefined)
    return [
      ...below,
      ...apps.map((name) => service(name, { name, port: settings.ports[name], ...own(layout, name, name) })),
    ];
  const all = apps.flatMap((name) =>
    instances[name].map((port, n) => {
      const instance = instanceName(name, n);
      const env = { [`RIDE_${name.toUpperCase()}_PORT`]: `${port}`, ...own(layout, name, instance).env };
      return service(name, { name: instance, port, env });
    }),
  );
  return [...below, ...all, balancer(layout, settings, instances)];
}

/** What an instance of insights has for itself. */
function own({ data }: Layout, name: AppName, instance: string): Pick<NodeProcess, 'env'> {
  return name === 'insights' ? { env: { RIDE_STREAMS_FOLDER: join(data, 'streams', instance) } } : {};
}

/** What stands before the instances, at the ports where the services are looked for. */
function balancer(layout: Layout, { ports }: Settings, instances: InstancePorts): Component {
  return nodeProcess(layout, {
    name: BALANCER,
    script: join(layout.root, 'infra', 'local', 'dist', 'src', 'balancer', 'main.js'),
    port: ports.rider,
    readyAt: '/health/started',
    after: apps.flatMap((name) => instances[name].map((_, n) => instanceName(name, n))),
    args: apps.map((name) => `${ports[name]}:${instances[name].join(',')}`),
  });
}

/** `n` counts from 0. */
export function instanceName(service: AppName, n: number): string {
  return `${service}-${n + 1}`;
}

/** The names of all components with several instances of each service. */
export function everythingWith(instances: InstancePorts): readonly string[] {
  const all = apps.flatMap((name) => instances[name].map((_, n) => instanceName(name, n)));
  return [...infrastructureNames, 'issuer', ...all, BALANCER];
}
