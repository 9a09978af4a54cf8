import kafkajs, { type Kafka } from 'kafkajs';

/** What is used of the inner classes of kafkajs 2.2.4, and of no other version. */
export interface Broker {
  readonly connectionPool: {
    readonly pool: readonly { isConnected(): boolean }[];
    getConnection(index: number): Promise<unknown>;
  };
  produce(request: {
    acks: -1;
    timeout: number;
    producerId?: string;
    producerEpoch?: number;
    topicData: readonly {
      topic: string;
      partitions: readonly {
        partition: number;
        firstSequence?: number;
        messages: readonly { key: Buffer | null; value: Buffer | null; headers?: object }[];
      }[];
    }[];
  }): Promise<{ topics: readonly { partitions: readonly { baseOffset: string }[] }[] }>;
  fetch(request: {
    maxWaitTime: number;
    minBytes: number;
    maxBytes: number;
    isolationLevel: 0;
    topics: readonly {
      topic: string;
      partitions: readonly { partition: number; fetchOffset: string; maxBytes: number }[];
    }[];
  }): Promise<{
    responses: readonly {
      topicName: string;
      partitions: readonly { partition: number; highWatermark: string; messages: readonly Message[] }[];
    }[];
  }>;
  listOffsets(request: {
    isolationLevel: 0;
    topics: readonly { topic: string; partitions: readonly { partition: number; timestamp: number }[] }[];
  }): Promise<{ responses: readonly { partitions: readonly { offset: string }[] }[] }>;
  initProducerId(request: {
    transactionalId: string;
    transactionTimeout: number;
  }): Promise<{ producerId: string; producerEpoch: number }>;
  joinGroup(request: {
    groupId: string;
    sessionTimeout: number;
    rebalanceTimeout: number;
    memberId: string;
    groupProtocols: readonly { name: string; metadata: Buffer }[];
  }): Promise<{
    generationId: number;
    leaderId: string;
    memberId: string;
    members: readonly { memberId: string; memberMetadata: Buffer }[];
  }>;
  syncGroup(request: {
    groupId: string;
    generationId: number;
    memberId: string;
    groupAssignment: readonly { memberId: string; memberAssignment: Buffer }[];
  }): Promise<{ memberAssignment: Buffer }>;
  heartbeat(request: { groupId: string; groupGenerationId: number; memberId: string }): Promise<unknown>;
  leaveGroup(request: { groupId: string; memberId: string }): Promise<unknown>;
  offsetCommit(request: {
    groupId: string;
    groupGenerationId: number;
    memberId: string;
    topics: readonly { topic: string; partitions: readonly { partition: number; offset: string }[] }[];
  }): Promise<unknown>;
  offsetFetch(request: {
    groupId: string;
    topics: readonly { topic: string; partitions: readonly { partition: number }[] }[];
  }): Promise<{
    responses: readonly { topic: string; partitions: readonly { partition: number; offset: string }[] }[];
  }>;
}

export interface Message {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly timestamp: string;
  /** libs/messaging makes kafkajs leave them as they are until somebody reads them. */
  readonly headers: { texts(): [name: string, value: string][]; pairs(): (readonly [name: string, value: Buffer])[] };
  readonly isControlRecord?: boolean;
}

export interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addMultipleTargetTopics(topics: readonly string[]): Promise<void>;
  refreshMetadata(): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Readonly<Record<string, readonly number[]>>;
  findBroker(options: { nodeId: string }): Promise<Broker>;
  findGroupCoordinator(options: { groupId: string; coordinatorType?: 0 | 1 }): Promise<Broker>;
}

/** A group of connections of its own: a request that waits holds up no other's. */
export function clusterOf(kafka: Kafka): Cluster {
  const create = Object.getOwnPropertySymbols(kafka).find((of) => of.description === 'private:Kafka:createCluster');
  const make = create && (kafka as unknown as Record<symbol, (options: object) => Cluster>)[create];
  if (!make) throw new Error('kafkajs is not the version whose inner calls are known: 2.2.4 is expected');
  return make({ metadataMaxAge: 60_000, allowAutoTopicCreation: false, maxInFlightRequests: null });
}

/** Coordinators are asked for at brokers that are known by metadata only. */
export async function opened(cluster: Cluster): Promise<void> {
  await cluster.connect();
  await cluster.refreshMetadata();
}

/** Types of protocol errors, and names of others. */
export function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { type, name } = error as { type?: unknown; name: string };
  return typeof type === 'string' ? type : name;
}

export { kafkajs };
