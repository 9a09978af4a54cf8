import { DirectProducer } from '../src/log/direct-producer.js';
import type { LogAdmin } from '../src/log/port.js';
import { ensureTopics, TopicPartitionsDiffer } from '../src/log/topics.js';
import { eventually, LogWorld } from './support/log-world.js';
import { TcpProxy } from './support/tcp-proxy.js';

const TOPIC = 'positions.v1';

describe('the log', () => {
  let world: LogWorld;
  let admin: LogAdmin;

  beforeAll(async () => {
    world = await LogWorld.open({ [TOPIC]: 3 });
    admin = await world.log.admin();
  });
  afterAll(async () => {
    await admin.close();
    await world.close();
  });

  it('creates declared topics once, whoever else does so at the same time', async () => {
    const options = { namespace: world.namespace, replication: 1 };
    const declared = [
      { name: 'one.v1', partitions: 3, cleanup: 'compact' as const },
      { name: 'two.v1', partitions: 2, cleanup: { deleteAfterHours: 1 }, maxMessageBytes: 2_097_152 },
    ];
    await Promise.all(Array.from({ length: 4 }, () => ensureTopics(admin, declared, options)));
    await ensureTopics(admin, declared, options);
    const topics = await admin.topics();
    expect(topics.get(`${world.namespace}one.v1`)).toBe(3);
    expect(topics.get(`${world.namespace}two.v1`)).toBe(2);
  });

  it('refuses a topic with another partition count, and says what to do', async () => {
    const differs = ensureTopics(admin, [{ name: TOPIC, partitions: 4, cleanup: 'compact' }], {
      namespace: world.namespace,
      replication: 1,
    });
    await expect(differs).rejects.toThrow(TopicPartitionsDiffer);
    await expect(differs).rejects.toMatchObject({
      code: 'topic_partitions_differ',
      message: expect.stringContaining('declare the topic as its next version'),
    });
  });

  it('takes what is said directly, together, and answers for each', async () => {
    const producer = new DirectProducer({ log: world.log });
    const record = (i: number) => ({
      topic: world.namespace + TOPIC,
      key: Buffer.from(`driver ${i % 7}`),
      value: Buffer.from(String(i)),
      headers: [],
    });
    await Promise.all(Array.from({ length: 5_000 }, (_, i) => producer.send([record(i)])));
    await producer.stop();
    expect(await world.everything(TOPIC)).toHaveLength(5_000);
  });

  it('rejects what is said directly while the broker is out of reach, and takes it afterwards', async () => {
    const proxy = await TcpProxy.to(world.brokerPort);
    const log = world.logWith({ socketFactory: proxy.socketFactory, requestTimeoutMs: 1_000 });
    const producer = new DirectProducer({ log });
    const record = { topic: world.namespace + TOPIC, key: Buffer.from('k'), value: null, headers: [] };
    await producer.send([record]);
    proxy.refuse();
    await expect(producer.send([record])).rejects.toMatchObject({ name: 'LogError', code: 'log_unavailable' });
    expect(producer.health().ok).toBe(false);
    proxy.restore();
    await producer.send([record]);
    expect(producer.health().ok).toBe(true);
    await producer.stop();
    await proxy.close();
  });

  it('finds out by itself that what is said directly can be said again, since nobody may ask it to say anything', async () => {
    const proxy = await TcpProxy.to(world.brokerPort);
    const log = world.logWith({ socketFactory: proxy.socketFactory, requestTimeoutMs: 1_000 });
    const producer = new DirectProducer({ log });
    proxy.refuse();
    const record = { topic: world.namespace + TOPIC, key: Buffer.from('k'), value: null, headers: [] };
    await expect(producer.send([record])).rejects.toMatchObject({ code: 'log_unavailable' });
    expect(producer.troubles()).toMatchObject([{ code: 'producer_failing' }]);
    proxy.restore();
    await eventually(() => producer.troubles().length === 0);
    await producer.stop();
    await proxy.close();
  });
});
