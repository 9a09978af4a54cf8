import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppName } from '../../infrastructure.js';
import { repositoryRoot } from '../../layout.js';
import { labelsOf, PART_OF, type Resource } from './resource.js';

/** A consumer group on one topic, with as many partitions. */
export interface Hearer {
  readonly service: string;
  readonly group: string;
  readonly topic: string;
  readonly partitions: number;
}

interface Document {
  readonly channels: Readonly<
    Record<string, { readonly address: string; readonly bindings: { readonly kafka: { readonly partitions: number } } }>
  >;
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly action: string;
        readonly channel: { readonly $ref: string };
        readonly 'x-service': string;
        readonly 'x-group'?: string;
      }
    >
  >;
}

/** Every consumer group there is, as docs/asyncapi.json has it. */
export function hearers(): readonly Hearer[] {
  const text = readFileSync(join(repositoryRoot(), 'docs', 'asyncapi.json'), 'utf8');
  const { channels, operations } = JSON.parse(text) as Document;
  return Object.values(operations).flatMap((operation) => {
    const channel = channels[operation.channel.$ref.replace('#/channels/', '')];
    const group = operation['x-group'];
    if (operation.action !== 'receive' || group === undefined || channel === undefined) return [];
    const { partitions } = channel.bindings.kafka;
    return [{ service: operation['x-service'], group, topic: channel.address, partitions }];
  });
}

/** As many instances as there is work behind: records that a group has not done. More than partitions would have none. */
export function scaledObject(name: AppName, all: readonly Hearer[]): readonly Resource[] {
  const mine = all.filter(({ service }) => service === name);
  if (mine.length === 0) return [];
  return [
    {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name, labels: labelsOf(name) },
      spec: {
        scaleTargetRef: { name },
        minReplicaCount: 2,
        maxReplicaCount: Math.max(...mine.map(({ partitions }) => partitions)),
        // Each change of the instances moves keys: up at once, down when it has been quiet.
        advanced: {
          horizontalPodAutoscalerConfig: {
            behavior: {
              scaleDown: {
                stabilizationWindowSeconds: 600,
                policies: [{ type: 'Pods', value: 1, periodSeconds: 120 }],
              },
            },
          },
        },
        triggers: mine.map(({ group, topic }) => ({
          type: 'kafka',
          metadata: {
            bootstrapServersFromEnv: 'RIDE_KAFKA_BROKERS',
            consumerGroup: group,
            topic,
            // Half a batch: what one instance does in less than a second.
            lagThreshold: '500',
            offsetResetPolicy: 'earliest',
          },
          authenticationRef: { name: 'ride-kafka' },
        })),
      },
    },
  ];
}

/** As whom the autoscaler asks Kafka: keys of a secret, see docs/operating.md. */
export function authentication(): Resource {
  const keys = ['sasl', 'username', 'password', 'tls'];
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'TriggerAuthentication',
    metadata: { name: 'ride-kafka', labels: PART_OF },
    spec: { secretTargetRef: keys.map((key) => ({ parameter: key, name: 'ride-keda', key })) },
  };
}
