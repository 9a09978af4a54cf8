import type { Kafka } from 'kafkajs';
import type { DecodedHeaders } from './mending.js';

interface Topics<P> {
  readonly topics: readonly { readonly topic: string; readonly partitions: readonly P[] }[];
}
interface AtPartition {
  readonly partition: number;
}

/** A record as kafkajs decodes it, once mended. */
export interface InnerMessage {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly timestamp: string;
  readonly headers: DecodedHeaders;
  readonly isControlRecord?: boolean;
}

/** What is used of the inner classes of kafkajs 2.2.4 to look at the log as no group's member. */
export interface InnerBroker {
  readonly connectionPool: { getConnection(index: number): Promise<unknown> };
  listGroups(): Promise<{ readonly groups: readonly { readonly groupId: string; readonly protocolType: string }[] }>;
  describeGroups(request: { groupIds: readonly string[] }): Promise<{
    readonly groups: readonly {
      readonly groupId: string;
      readonly state: string;
      readonly members: readonly { readonly memberMetadata: Buffer }[];
    }[];
  }>;
  /** Of no topics: of all of which the group has committed something. */
  offsetFetch(request: { groupId: string } & Topics<AtPartition>): Promise<{
    readonly responses: readonly {
      readonly topic: string;
      readonly partitions: readonly (AtPartition & { readonly offset: string })[];
    }[];
  }>;
  listOffsets(request: { isolationLevel: 0 } & Topics<AtPartition & { readonly timestamp: number }>): Promise<{
    readonly responses: readonly {
      readonly topic: string;
      readonly partitions: readonly (AtPartition & { readonly offset: string })[];
    }[];
  }>;
  fetch(
    request: { maxWaitTime: number; minBytes: number; maxBytes: number; isolationLevel: 0 } & Topics<
      AtPartition & { readonly fetchOffset: string; readonly maxBytes: number }
    >,
  ): Promise<{
    readonly responses: readonly {
      readonly topicName: string;
      readonly partitions: readonly (AtPartition & {
        readonly highWatermark: string;
        readonly messages: readonly InnerMessage[];
      })[];
    }[];
  }>;
}

export interface InnerCluster {
  readonly brokerPool: { readonly brokers: Readonly<Record<string, unknown>> };
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  refreshMetadata(): Promise<void>;
  /** Of no topics: of all. */
  metadata(of: { topics: readonly string[] }): Promise<{
    readonly topicMetadata: readonly {
      readonly topic: string;
      readonly partitionMetadata: readonly { readonly partitionId: number; readonly leader: number }[];
    }[];
  }>;
  findBroker(of: { nodeId: string }): Promise<InnerBroker>;
  findGroupCoordinatorMetadata(of: { groupId: string; coordinatorType: 0 }): Promise<{
    readonly coordinator: { readonly nodeId: number };
  }>;
}

/** Connections of its own: a request that waits holds up no other's. */
export const clusterOf = (kafka: Kafka): InnerCluster => {
  const create = Object.getOwnPropertySymbols(kafka).find((of) => of.description === 'private:Kafka:createCluster');
  const make = create && (kafka as unknown as Record<symbol, (options: object) => InnerCluster>)[create];
  if (!make) throw new Error('kafkajs is not the version whose inner calls are known: 2.2.4 is expected');
  return make({ metadataMaxAge: 60_000, allowAutoTopicCreation: false, maxInFlightRequests: null });
};
