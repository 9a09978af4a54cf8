import type { AppName } from '../../infrastructure.js';
import { labelsOf, PART_OF, type Resource } from './resource.js';

/** Where requests come in: the namespace of the ingress controller carries this label. */
const FROM_OUTSIDE = { 'ride.example/ingress': 'allowed' };
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10'];

export function service(name: AppName): Resource {
  const selector = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: labelsOf(name) },
    spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  };
}

export function disruptionBudget(name: AppName): Resource {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, labels: labelsOf(name) },
    spec: { maxUnavailable: 1, selector: { matchLabels: labelsOf(name) } },
  };
}

/** Who may ask it: the ingress. No service asks another. */
export function mayBeAsked(name: AppName): Resource {
  return policy(name, labelsOf(name), {
    policyTypes: ['Ingress'],
    ingress: [
      { from: [{ namespaceSelector: { matchLabels: FROM_OUTSIDE } }], ports: [{ protocol: 'TCP', port: 'http' }] },
    ],
  });
}

/** What holds for all: nobody is asked unless a policy says so, and only stores, the issuer, the collector and DNS are. */
export function ofAll(): readonly Resource[] {
  const tcp = (...ports: readonly number[]) => ports.map((port) => ({ protocol: 'TCP', port }));
  return [
    policy('ride-nobody', PART_OF, { policyTypes: ['Ingress', 'Egress'] }),
    policy('ride-may-ask', PART_OF, {
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ namespaceSelector: {}, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
          ports: [{ protocol: 'UDP', port: 53 }, ...tcp(53)],
        },
        // Kafka, PostgreSQL, Redis, registry, issuer, collector: an overlay may say where.
        { ports: tcp(9092, 9093, 5432, 6379, 8080, 443, 4318) },
      ],
    }),
    // Webhooks lead to the public Internet only, and never to where the stores are.
    policy('notification-webhooks', labelsOf('notification'), {
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE } }], ports: tcp(443) }],
    }),
  ];
}

function policy(name: string, matchLabels: Readonly<Record<string, string>>, rules: object): Resource {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, labels: PART_OF },
    spec: { podSelector: { matchLabels }, ...rules },
  };
}
