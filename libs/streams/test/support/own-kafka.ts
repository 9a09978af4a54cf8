import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './shop-world.js';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../../..');
const JVM = [
  ...['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
  `-Dlog4j2.configurationFile=${join(ROOT, 'infra/local/kafka-log4j2.properties')}`,
  ...['-cp', join(ROOT, '.local/jars/kafka/*')],
];
/** Its end comes with this process', however that ends: the pipe to its shell closes. The first line is the broker's pid. */
const WHILE_READ_FROM = '"$@" >>"$LOG" 2>&1 & echo $!; cat >/dev/null; kill -CONT $!; kill -9 $!; wait';

/** A broker of a suite's own, to be stopped and to go on: nobody else waits for it. */
export class OwnKafka {
  private constructor(
    readonly broker: string,
    private readonly folder: string,
    private readonly shell: ChildProcess,
    private readonly pid: number,
  ) {}

  static async start(): Promise<OwnKafka> {
    const folder = mkdtempSync(join(tmpdir(), 'own-kafka-'));
    const [port = 0, controller = 0] = await freePorts(2);
    const properties = join(folder, 'properties');
    writeFileSync(properties, propertiesOf({ port, controller, folder }));
    const format = ['format', '-t', 'b3duLWthZmthLTAwMDAwMA', '-c', properties];
    await run('java', [...JVM, 'kafka.tools.StorageTool', ...format]);
    const log = join(folder, 'log');
    openSync(log, 'a');
    const shell = spawn('sh', ['-c', WHILE_READ_FROM, 'sh', 'java', ...JVM, 'kafka.Kafka', properties], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, LOG: log },
    });
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    await eventually(
      () => readFileSync(log, 'utf8').slice(-2_000),
      (end) => end.includes('Kafka Server started'),
      90_000,
    );
    return new OwnKafka(`127.0.0.1:${port}`, folder, shell, Number(line.toString()));
  }

  /** It answers nothing, and keeps its connections. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  resume(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    const ended = once(this.shell, 'exit');
    this.shell.stdin?.end();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function propertiesOf({ port, controller, folder }: { port: number; controller: number; folder: string }): string {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controller}`,
    'controller.listener.names=CONTROLLER',
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    `log.dirs=${join(folder, 'data')}`,
    'auto.create.topics.enable=false',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=4',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=4',
    'group.initial.rebalance.delay.ms=0',
    '',
  ].join('\n');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
