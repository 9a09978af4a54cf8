import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import kafkajs from 'kafkajs';
import { Authority } from './certificates.js';
import { until } from './small-service.js';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../../..');
const JVM = [
  ...['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
  `-Dlog4j2.configurationFile=${join(ROOT, 'infra/local/kafka-log4j2.properties')}`,
  ...['-cp', join(ROOT, '.local/jars/kafka/*')],
];
/** Its end comes with this process', however that ends: the pipe to its shell closes. */
const WHILE_READ_FROM = '"$@" & cat >/dev/null; kill -9 $!; wait';
const SASL = 'org.apache.kafka.common.security';

const { AclOperationTypes: MAY, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
/** What libs/messaging/README.md says that a service must be allowed. */
const RIGHTS = [
  ...[MAY.DESCRIBE, MAY.READ, MAY.WRITE, MAY.CREATE].map((may) => [AclResourceTypes.TOPIC, may] as const),
  [AclResourceTypes.GROUP, MAY.READ] as const,
];

/** A user with the rights of a service, and one with none. */
export const USER = { name: 'ride', password: 'opens the log' };
export const STRANGER = { name: 'stranger', password: 'opens nothing' };

/** A broker of a suite's own: one port asks for a password, one for a certificate, one for nothing, for who administers it. */
export class SecuredKafka {
  readonly #broker: ChildProcess;

  private constructor(
    readonly folder: string,
    readonly authority: Authority,
    readonly ports: Readonly<Record<'users' | 'certificates' | 'open', number>>,
    properties: string,
  ) {
    const log = openSync(join(folder, 'log'), 'a');
    const command = ['-c', WHILE_READ_FROM, 'sh', 'java', ...JVM, 'kafka.Kafka', properties];
    this.#broker = spawn('sh', command, { stdio: ['pipe', log, log] });
  }

  static async start(): Promise<SecuredKafka> {
    const folder = mkdtempSync(join(tmpdir(), 'secured-kafka-'));
    const authority = new Authority(folder, 'authority');
    const { both } = authority.certify('broker', 'IP:127.0.0.1', 'DNS:kafka.test');
    const [users = 0, certificates = 0, open = 0, controller = 0] = await freePorts(4);
    const properties = join(folder, 'properties');
    writeFileSync(
      properties,
      propertiesOf({ users, certificates, open, controller, folder, both, ca: authority.file }),
    );
    const scrams = [USER, STRANGER].flatMap(({ name, password }) =>
      ['256', '512'].flatMap((bits) => ['--add-scram', `SCRAM-SHA-${bits}=[name=${name},password=${password}]`]),
    );
    const format = ['format', '-t', 'c2VjdXJlZC1rYWZrYS0wMA', '-c', properties, ...scrams];
    await run('java', [...JVM, 'kafka.tools.StorageTool', ...format]);
    const kafka = new SecuredKafka(folder, authority, { users, certificates, open }, properties);
    const log = (): string => readFileSync(join(folder, 'log'), 'utf8');
    await until(
      async () => kafka.#broker.exitCode === null && log().slice(-2_000),
      (end) => {
        if (end === false) throw new Error(`the broker ended:\n${log()}`);
        return end.includes('Kafka Server started');
      },
    );
    await kafka.#allow(`User:${USER.name}`, 'User:CN=client');
    return kafka;
  }

  async #allow(...principals: readonly string[]): Promise<void> {
    const brokers = [`127.0.0.1:${this.ports.open}`];
    const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const rights = principals.flatMap((principal) =>
      RIGHTS.map(([resourceType, operation]) => ({ principal, resourceType, operation })),
    );
    const everywhere = {
      resourceName: '*',
      resourcePatternType: ResourcePatternTypes.LITERAL,
      host: '*',
      permissionType: AclPermissionTypes.ALLOW,
    };
    await admin.createAcls({ acl: rights.map((right) => ({ ...right, ...everywhere })) });
    await admin.disconnect();
  }

  /** Settings of `USER`, who is checked by a password. */
  settings(mechanism = 'scram-sha-512', { name, password } = USER): Record<string, string> {
    return {
      RIDE_KAFKA_BROKERS: `127.0.0.1:${this.ports.users}`,
      RIDE_KAFKA_TLS: 'on',
      RIDE_KAFKA_TLS_CA_FILE: this.authority.file,
      RIDE_KAFKA_SASL_MECHANISM: mechanism,
      RIDE_KAFKA_SASL_USERNAME: name,
      RIDE_KAFKA_SASL_PASSWORD: password,
    };
  }

  /** Settings of whoever comes by the port that asks nobody. */
  get open(): Record<string, string> {
    return { RIDE_KAFKA_BROKERS: `127.0.0.1:${this.ports.open}` };
  }

  /** The broker knows `USER` by another password from now on; connections that are open stay so for a second at most. */
  async changePassword(password: string): Promise<void> {
    const credentials = ['--alter', '--add-config', `SCRAM-SHA-512=[password=${password}]`];
    const whose = ['--entity-type', 'users', '--entity-name', USER.name];
    const server = ['--bootstrap-server', `127.0.0.1:${this.ports.open}`];
    await run('java', [...JVM, 'kafka.admin.ConfigCommand', ...server, ...whose, ...credentials]);
  }

  async stop(): Promise<void> {
    const ended = once(this.#broker, 'exit');
    this.#broker.stdin?.end();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Broker {
  readonly users: number;
  readonly certificates: number;
  readonly open: number;
  readonly controller: number;
  readonly folder: string;
  readonly both: string;
  readonly ca: string;
}

function propertiesOf({ users, certificates, open, controller, folder, both, ca }: Broker): string {
  const listeners = `USERS://127.0.0.1:${users},CERTIFICATES://127.0.0.1:${certificates},OPEN://127.0.0.1:${open}`;
  const known = [USER, STRANGER].map(({ name, password }) => `user_${name}="${password}"`).join(' ');
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controller}`,
    'controller.listener.names=CONTROLLER',
    `listeners=${listeners},CONTROLLER://127.0.0.1:${controller}`,
    `advertised.listeners=${listeners}`,
    'listener.security.protocol.map=USERS:SASL_SSL,CERTIFICATES:SSL,OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name=OPEN',
    `log.dirs=${join(folder, 'data')}`,
    'auto.create.topics.enable=false',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=1',
    'group.initial.rebalance.delay.ms=0',
    'ssl.keystore.type=PEM',
    `ssl.keystore.location=${both}`,
    'ssl.truststore.type=PEM',
    `ssl.truststore.location=${ca}`,
    'listener.name.certificates.ssl.client.auth=required',
    'sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    `listener.name.users.plain.sasl.jaas.config=${SASL}.plain.PlainLoginModule required ${known};`,
    `listener.name.users.scram-sha-256.sasl.jaas.config=${SASL}.scram.ScramLoginModule required;`,
    `listener.name.users.scram-sha-512.sasl.jaas.config=${SASL}.scram.ScramLoginModule required;`,
    // kafkajs shows who it is 10 s before the broker would ask: here, each second.
    'connections.max.reauth.ms=11000',
    'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users=User:ANONYMOUS',
    '',
  ].join('\n');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
