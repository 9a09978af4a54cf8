import type { AppName } from '../../infrastructure.js';
import { CONFIGURATION, IMAGE, labelsOf, SECRETS, type Labels, type Resource } from './resource.js';

/** What a service needs on its way down: it finishes what it has begun, which takes 20 s at most. */
const GRACE_SECONDS = 40;

/** A service's instances: how many, is the autoscaler's affair, or an overlay's. */
export function deployment(name: AppName, port: number): Resource {
  const labels = labelsOf(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      selector: { matchLabels: labels },
      // A new instance joins before an old one leaves: their keys move once.
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels },
        spec: {
          ...ofAnyPod,
          terminationGracePeriodSeconds: GRACE_SECONDS,
          topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) =>
            spread(topologyKey, labels),
          ),
          containers: [
            {
              ...containerOf(name),
              args: [programOf(name)],
              ports: [{ name: 'http', containerPort: port }],
              startupProbe: probe('started', { periodSeconds: 2, failureThreshold: 150 }),
              livenessProbe: probe('live', { periodSeconds: 10, failureThreshold: 3 }),
              readinessProbe: probe('ready', { periodSeconds: 5, failureThreshold: 2 }),
            },
          ],
        },
      },
    },
  };
}

/** Brings the tables of a service up to date; its instances wait for that. Run again it finds nothing to do. */
export function migration(name: AppName): Resource {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `migrate-${name}`, labels: labelsOf(name) },
    spec: {
      backoffLimit: 10,
      // A job can't be changed: it is gone before the next version comes with its own.
      ttlSecondsAfterFinished: 300,
      template: {
        metadata: { labels: { 'app.kubernetes.io/component': 'migration', ...withoutName(labelsOf(name)) } },
        spec: {
          ...ofAnyPod,
          restartPolicy: 'OnFailure',
          containers: [{ ...containerOf('migrate'), args: [programOf(name), 'migrate'] }],
        },
      },
    },
  };
}

const ofAnyPod = {
  serviceAccountName: 'ride',
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  volumes: [
    { name: 'tmp', emptyDir: {} },
    { name: 'kafka', secret: { secretName: 'ride-kafka', optional: true } },
  ],
};

function containerOf(name: string) {
  return {
    name,
    image: IMAGE,
    envFrom: [{ configMapRef: { name: CONFIGURATION } }, { secretRef: { name: SECRETS } }],
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '1Gi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'kafka', mountPath: '/etc/ride/kafka', readOnly: true },
    ],
  };
}

export function programOf(name: AppName): string {
  return `apps/${name}/dist/src/main.js`;
}

function probe(which: 'started' | 'live' | 'ready', how: Readonly<Record<string, number>>) {
  return { httpGet: { path: `/health/${which}`, port: 'http' }, timeoutSeconds: 3, ...how };
}

function spread(topologyKey: string, labels: Labels) {
  return { maxSkew: 1, topologyKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels } };
}

/** A service's own pods are chosen by its name: a migration must not be among them. */
function withoutName({ 'app.kubernetes.io/name': _, ...rest }: Labels): Labels {
  return rest;
}
