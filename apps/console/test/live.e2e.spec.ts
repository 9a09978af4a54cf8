import { Controller, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EVERY_SERVICE, RideAccepted } from '@ride/events';
import { FactServer, On, partitionOf, ServiceModule, type Tx } from '@ride/messaging';
import { createDatabase, dropDatabase, eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

/** What lag in seconds may be wrong by: it is measured each second. */
const TOLERANCE_SECONDS = 1.5;
const PATIENCE_MS = 60_000;

const gates = new Map<string, Promise<void>>();

/** A service whose handler takes as long as it is made to. */
@Controller()
class SlowHandlers {
  @On(RideAccepted)
  async accepted({ data }: RideAccepted, _tx: Tx): Promise<void> {
    await gates.get(data.offerId);
  }
}

interface Seen {
  readonly at: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
  readonly services: readonly any[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
  readonly subscriptions: readonly any[];
}

let service: ServiceUnderTest;
let slow: INestApplicationContext;
let token: string;

const startSlow = async (): Promise<INestApplicationContext> => {
  class SlowModule {}
  Module({ imports: [ServiceModule.named('booking', { handlersMs: 120_000 })], controllers: [SlowHandlers] })(
    SlowModule,
  );
  const app = await NestFactory.create(SlowModule, { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: app.get(FactServer) });
  await app.startAllMicroservices();
  return app;
};

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/console.module.js').then((m) => m.ConsoleModule), 'console');
  token = await service.token('operator');
  await createDatabase('booking');
  slow = await startSlow();
});
afterAll(async () => {
  await slow?.close();
  await dropDatabase('booking');
  await service?.stop();
});

const overview = async (): Promise<Seen> => (await service.request('GET', '/overview', { token })).body;
const until = (what: string, fits: (seen: Seen) => boolean) => eventually(what, overview, fits, PATIENCE_MS);
const booking = ({ subscriptions }: Seen) => subscriptions.find(({ subscription }) => subscription === 'booking');
const serviceNamed = ({ services }: Seen, name: string) => services.find((one) => one.name === name);

/** Says it; its handler stands still until it is let go. `appendedAt`: the broker's time. */
const hold = async () => {
  const [rideId, offerId] = [v7(), v7()];
  const gate = Promise.withResolvers<void>();
  gates.set(offerId, gate.promise);
  await service.say(RideAccepted({ rideId, driverId: v7(), offerId }));
  const { record } = await service.heard(RideAccepted, ({ data }) => data.offerId === offerId);
  const partition = partitionOf(Buffer.from(rideId), RideAccepted.topic.partitions);
  return { appendedAt: record.appendedAt, partition, go: gate.resolve };
};
/** By how much the answer is wrong, as a clock sees it that nothing of it was told. */
const wrongBy = async (seconds: (seen: Seen) => number, since: number): Promise<number> => {
  const seen = await overview();
  return Math.abs(seconds(seen) - (Date.now() - since) / 1_000);
};

describe('the overview', () => {
  it('tells who lives and how they are, the console among them, and who is not heard', async () => {
    const seen = await until('both', (now) =>
      ['console', 'booking'].every((name) => serviceNamed(now, name).state === 'ready'),
    );
    expect(serviceNamed(seen, 'booking')).toMatchObject({
      instances: [{ state: 'ready', pid: process.pid, troubles: [], version: 'development' }],
      ...{ outbox: { waiting: 0, refused: 0 }, failed: { waiting: 0, dead: 0 }, breaks: 0 },
    });
    expect(serviceNamed(seen, 'rider')).toMatchObject({ state: 'silent', instances: [] });
    expect(seen.services.map(({ name }) => name)).toEqual([...EVERY_SERVICE]);
  });

  it('tells the age of the oldest fact that is not handled, while its handler takes its time and until it has', async () => {
    await until('the group', (seen) => booking(seen)?.members === 1);
    const held = await hold();
    await until('the lag', (seen) => booking(seen).lagRecords === 1);
    const lagSeconds = (seen: Seen): number => booking(seen).lagSeconds;
    const ages: number[] = [];
    for (const least of [2, 4, 6]) {
      const seen = await until(`${least} s of lag`, (now) => lagSeconds(now) >= least);
      expect(Math.abs(lagSeconds(seen) - (Date.parse(seen.at) - held.appendedAt) / 1_000)).toBeLessThan(0.1);
      expect(await wrongBy(lagSeconds, held.appendedAt)).toBeLessThan(TOLERANCE_SECONDS);
      ages.push(lagSeconds(seen));
    }
    expect(ages).toEqual(ages.toSorted((a, b) => a - b));
    const [behind] = booking(await overview()).partitions.filter((one: { lagRecords: number }) => one.lagRecords > 0);
    expect(behind).toMatchObject({ topic: 'rides.v1', partition: held.partition, lagRecords: 1 });
    held.go();
    const after = await until('no lag', (seen) => booking(seen).lagRecords === 0);
    expect(booking(after).lagSeconds).toBe(0);
    expect(Math.max(...booking(after).trend.map((point: { lagSeconds: number }) => point.lagSeconds))).toBeGreaterThan(
      4,
    );
  });

  it('tells the same when the service is gone, from another instance of the console, and after a restart', async () => {
    await slow.close();
    const { appendedAt, go } = await hold();
    go();
    const lagSeconds = (seen: Seen): number => booking(seen).lagSeconds;
    const gone = await until('nobody', (seen) => booking(seen).state === 'nobody' && lagSeconds(seen) > 2);
    expect(booking(gone)).toMatchObject({ members: 0, lagRecords: 1 });
    expect(serviceNamed(gone, 'booking')).toMatchObject({ state: 'silent', instances: [{ state: 'stopped' }] });
    expect(await wrongBy(lagSeconds, appendedAt)).toBeLessThan(TOLERANCE_SECONDS);

    const { url } = await service.another();
    const other = async (): Promise<Seen> =>
      (await fetch(`${url}/overview`, { headers: { authorization: `Bearer ${token}` } })).json() as Promise<Seen>;
    const theirs = await eventually('the other', other, (seen) => booking(seen)?.lagRecords === 1, PATIENCE_MS);
    expect(Math.abs(lagSeconds(theirs) - (Date.parse(theirs.at) - appendedAt) / 1_000)).toBeLessThan(0.1);

    await service.halt();
    await service.resume();
    await until('the lag again', (seen) => booking(seen)?.lagRecords === 1);
    expect(await wrongBy(lagSeconds, appendedAt)).toBeLessThan(TOLERANCE_SECONDS);

    slow = await startSlow();
    await until('no lag', (seen) => booking(seen).lagRecords === 0 && booking(seen).members === 1);
    expect(slow).toBeDefined();
  });
});
