import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nothing, type Component } from './component.js';
import { type Layout } from './layout.js';
import { apiVersionsRequest, ask } from './probes.js';

const run = promisify(execFile);

export interface KafkaOptions {
  readonly port: number;
  readonly controllerPort: number;
  /** Most memory that its heap may take, megabytes. */
  readonly heapMegabytes: number;
}

/** Its server.properties. */
export function properties(data: string, { port, controllerPort }: KafkaOptions): string {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    'controller.listener.names=CONTROLLER',
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    `log.dirs=${data.replaceAll('\\', '/')}`,
    'auto.create.topics.enable=false',
    'default.replication.factor=1',
    'min.insync.replicas=1',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=4',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=4',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'share.coordinator.state.topic.num.partitions=4',
    'group.initial.rebalance.delay.ms=0',
    'controlled.shutdown.max.retries=1',
    '',
  ].join('\n');
}

/** 22 letters of base64url. One that begins with a dash would be taken for an option. */
function clusterId(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return bytes.toString('base64url');
}

/** One node of Kafka, broker and controller at once. */
export function kafka(layout: Layout, options: KafkaOptions): Component {
  const data = join(layout.data, 'kafka');
  // Written when formatting is over: half a data folder must not be taken for a whole one.
  const formatted = join(layout.data, 'kafka.formatted');
  const file = join(layout.run, 'kafka.properties');
  const jvm = [
    `-Xmx${options.heapMegabytes}m`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    `-Dlog4j2.configurationFile=${join(layout.root, 'infra', 'local', 'kafka-log4j2.properties')}`,
    '-cp',
    join(layout.jars, 'kafka', '*'),
  ];
  return {
    name: 'kafka',
    after: [],
    port: options.port,
    marker: file,
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    async prepare() {
      writeFileSync(file, properties(data, options));
      if (existsSync(formatted)) return;
      rmSync(data, { recursive: true, force: true });
      mkdirSync(data, { recursive: true });
      const cluster = clusterId();
      await run('java', [...jvm, 'kafka.tools.StorageTool', 'format', '-t', cluster, '-c', file]);
      writeFileSync(formatted, cluster);
    },
    async command() {
      return { file: 'java', args: [...jvm, 'kafka.Kafka', file] };
    },
    async isReady() {
      return (await ask(options.port, apiVersionsRequest)).length > 0;
    },
    furnish: nothing,
  };
}
