import { CarefulProducer } from '../src/log/careful-producer.js';
import type { Log } from '../src/log/port.js';
import { Relay } from '../src/relay/relay.js';
import { eventually, firstOfEach, logger, LogWorld, type Said } from './support/log-world.js';
import { TcpProxy } from './support/tcp-proxy.js';

const TOPIC = 'things.v1';
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const numbered = (key: string, from: number, count: number): Said[] =>
  Array.from({ length: count }, (_, i) => ({ topic: TOPIC, key, value: String(from + i).padStart(6, '0') }));

describe('the relay, while the way to the broker fails', () => {
  let world: LogWorld;
  let proxy: TcpProxy;
  let relay: Relay;
  let said = 0;

  beforeEach(async () => {
    world = await LogWorld.open({ [TOPIC]: 3 });
    proxy = await TcpProxy.to(world.brokerPort);
    said = 0;
    const { databaseUrl, namespace } = world;
    relay = new Relay({ databaseUrl, log: throughProxy(), namespace, logger });
    relay.start();
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
  const expectAllInOrder = async (): Promise<void> => {
    await eventually(async () => (await world.outbox()) === 0, 30_000);
    const byKey = firstOfEach(await world.everything(TOPIC));
    for (const key of KEYS) expect(byKey.get(key)).toEqual(numbered(key, 0, said).map(({ value }) => value));
  };

  it.each(['cut', 'silence'] as const)(
    'loses and reorders nothing when the answer is lost after the append (%s)',
    async (then) => {
      await sayMore(20);
      await eventually(async () => (await world.outbox()) === 0);
      for (let round = 0; round < 3; round += 1) {
        const lost = proxy.swallowNextProduceAnswer(then);
        for (let i = 0; i < 10; i += 1) await sayMore(10);
        await lost;
        await sayMore(10);
      }
      await expectAllInOrder();
      // The append did happen: what was sent again stands there twice.
      expect((await world.everything(TOPIC)).length).toBeGreaterThan(KEYS.length * said);
    },
  );

  it('sends all in order when connections are cut again and again under load', async () => {
    for (let round = 0; round < 40; round += 1) {
      await sayMore(20);
      if (round % 4 === 0) proxy.reset();
    }
    await expectAllInOrder();
  });

  it('waits while the broker is out of reach, says so, and then goes on in order', async () => {
    await sayMore(10);
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
    const record = { topic: world.namespace + TOPIC, key: Buffer.from('k'), value: null, headers: [] };
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
