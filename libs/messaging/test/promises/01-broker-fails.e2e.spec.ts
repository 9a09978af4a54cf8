import { CarefulProducer } from '../../src/log/careful-producer.js';
import type { Log } from '../../src/log/port.js';
import { Relay } from '../../src/relay/relay.js';
import { eventually, logger, LogWorld } from '../support/log-world.js';
import { firstOfEach, numbered, numbers, THINGS } from '../support/numbered.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { promise } from './promises.js';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

describe(promise(1), () => {
  let world: LogWorld;
  let proxy: TcpProxy;
  let relay: Relay;
  let said = 0;
  let failures = 0;

  beforeEach(async () => {
    world = await LogWorld.open({ [THINGS]: 3 });
    proxy = await TcpProxy.to(world.brokerPort);
    said = failures = 0;
    const { databaseUrl, namespace } = world;
    const metrics = { failed: () => void (failures += 1) };
    relay = new Relay({ databaseUrl, log: throughProxy(), namespace, logger, metrics });
    relay.start();
    // What fails from here on fails under a relay that has its connections.
    await sayMore(10);
    await allSent();
    failures = 0;
  });
  afterEach(async () => {
    await relay.stop();
    await proxy.close();
    await world.close();
  });

  const throughProxy = (): Log => world.logWith({ socketFactory: proxy.socketFactory, requestTimeoutMs: 1_000 });
  const sayMore = async (count: number): Promise<void> => {
    const from = said;
    said += count;
    relay.wake(await world.say(KEYS.flatMap((key) => numbered(key, from, count))));
  };
  const allSent = () => eventually(async () => (await world.outbox()) === 0);
  const expectAllInOrder = async (): Promise<void> => {
    await allSent();
    const byKey = firstOfEach(await world.everything(THINGS));
    for (const key of KEYS) expect(byKey.get(key)).toEqual(numbers(0, said));
  };

  it.each(['cut', 'silence'] as const)(
    'loses and reorders nothing when the answer is lost after the append (%s)',
    async (then) => {
      for (let round = 0; round < 3; round += 1) {
        const lost = proxy.swallowNextProduceAnswer(then);
        for (let i = 0; i < 10; i += 1) await sayMore(10);
        await lost;
        await sayMore(10);
      }
      await expectAllInOrder();
      // The append did happen: what was sent again stands there twice.
      expect((await world.everything(THINGS)).length).toBeGreaterThan(KEYS.length * said);
    },
  );

  it('sends all in order when connections are cut again and again under load', async () => {
    while (failures < 5) {
      await sayMore(20);
      proxy.reset();
      for (let i = 0; i < 4; i += 1) await sayMore(5);
    }
    await expectAllInOrder();
  });

  it('sends all in order when requests and answers take longer than anybody waits for them', async () => {
    proxy.delay(1_200);
    for (let i = 0; i < 5; i += 1) await sayMore(10);
    await eventually(() => !relay.health().ok);
    proxy.delay(0);
    await expectAllInOrder();
  });

  it('waits while the broker is out of reach, says so, and then goes on in order', async () => {
    proxy.refuse();
    for (let i = 0; i < 5; i += 1) await sayMore(10);
    await eventually(() => !relay.health().ok);
    proxy.restore();
    await expectAllInOrder();
    await eventually(() => relay.health().ok);
  });

  it('never has two sends in flight on a producer, nor another one after a rejected one', async () => {
    const producers: { sends: number; rejected: boolean }[] = [];
    let inFlight = 0;
    const log: Log = {
      ...throughProxy(),
      producer: async () => {
        const inner = await throughProxy().producer();
        const seen = { sends: 0, rejected: false };
        producers.push(seen);
        return {
          close: () => inner.close(),
          send: async (records) => {
            expect(seen.rejected).toBe(false);
            expect((inFlight += 1)).toBe(1);
            seen.sends += 1;
            try {
              await inner.send(records);
            } catch (error) {
              seen.rejected = true;
              throw error;
            } finally {
              inFlight -= 1;
            }
          },
        };
      },
    };
    const producer = new CarefulProducer(log);
    const record = { topic: world.namespace + THINGS, key: Buffer.from('k'), value: null, headers: [] };
    await producer.send([record]);
    const first = producer.send([record]);
    await expect(producer.send([record])).rejects.toThrow('a second send while one is in flight');
    await first;
    const lost = proxy.swallowNextProduceAnswer();
    await expect(producer.send([record])).rejects.toMatchObject({ code: 'log_unavailable' });
    await lost;
    await producer.send([record]);
    await producer.close();
    expect(producers).toEqual([
      { sends: 3, rejected: true },
      { sends: 1, rejected: false },
    ]);
  });
});
