import { settings } from '@ride/configuration';
import { stringify } from 'yaml';
import { apps } from '../../infrastructure.js';
import { authentication, hearers, scaledObject } from './autoscaling.js';
import { disruptionBudget, mayBeAsked, ofAll, service } from './network.js';
import { deployment, migration } from './pods.js';
import { CONFIGURATION, PART_OF, type Resource } from './resource.js';

const FOLDER = 'infra/kubernetes';
const MADE =
  '# Made from infra/local/src/elsewhere/kubernetes by `npm run docs`; a test fails when it is stale. Change it by an overlay.\n';

/** A file as it should be; its path is relative to the repository. */
export interface Manifest {
  readonly path: string;
  readonly content: string;
}

/** base: a folder for Kustomize with everything but where things are; autoscaling: what needs KEDA beside it. */
export function manifests(): readonly Manifest[] {
  const { ports } = settings({});
  const groups = hearers();
  const base = {
    ride: [account, configuration(), ...ofAll()],
    ...Object.fromEntries(
      apps.map((name) => [
        name,
        [deployment(name, ports[name]), service(name), disruptionBudget(name), mayBeAsked(name), migration(name)],
      ]),
    ),
  };
  const scaled = apps.filter((name) => scaledObject(name, groups).length > 0);
  const autoscaling = {
    kafka: [authentication()],
    ...Object.fromEntries(scaled.map((name) => [name, scaledObject(name, groups)])),
  };
  return [...folder('base', base), ...folder('autoscaling', autoscaling)];
}

const account: Resource = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'ride', labels: PART_OF },
  automountServiceAccountToken: false,
};

/** What is the same wherever it runs; an overlay adds where Kafka, the registry and the issuer are. */
function configuration(): Resource {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: CONFIGURATION, labels: PART_OF },
    data: { RIDE_ENV: 'production', RIDE_LISTEN_HOST: '0.0.0.0', RIDE_MIGRATIONS: 'wait' },
  };
}

function folder(name: string, files: Readonly<Record<string, readonly Resource[]>>): readonly Manifest[] {
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: Object.keys(files).map((file) => `${file}.yaml`),
  };
  return [
    { path: `${FOLDER}/${name}/kustomization.yaml`, content: MADE + text(kustomization) },
    ...Object.entries(files).map(([file, resources]) => ({
      path: `${FOLDER}/${name}/${file}.yaml`,
      content: MADE + resources.map(text).join('---\n'),
    })),
  ];
}

function text(of: object): string {
  return stringify(of, { aliasDuplicateObjects: false, lineWidth: 120 });
}
