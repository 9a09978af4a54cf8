import { settings } from '@ride/configuration';
import kafkajs from 'kafkajs';
import { LagWatch, type GroupLag, type Lags, type Log } from '../src/index.js';
import { acceptances, Ledger, rideOf, rideOn, type Acceptance } from './support/ledger.js';
import type { LogTap } from './support/log-tap.js';
import { until } from './support/small-service.js';
import { SourceProcess } from './support/source-process.js';
import { logger } from './support/log-world.js';
import { createDatabase, dropDatabase, ownNamespace, Saying } from './support/small-service.js';

/** What lag in seconds may be wrong by: it is measured each second. */
const TOLERANCE_SECONDS = 1.5;
const PATIENCE_MS = 60_000;

const watches: LagWatch[] = [];
const watch = (log: Log): LagWatch => {
  const started = new LagWatch({ sight: log.sight(), namespace: settings().namespace, logger });
  watches.push(started);
  started.start();
  return started;
};
const groupOf = (name: string, { groups }: Lags): GroupLag | undefined =>
  groups.find(({ subscription }) => subscription === name);
const seenBy = (lag: LagWatch, fits: (group: GroupLag, at: number) => boolean): Promise<Lags> =>
  until(
    async () => lag.last,
    (last) => last.at !== null && groupOf('booking', last) !== undefined && fits(groupOf('booking', last)!, last.at),
    PATIENCE_MS,
  );
const booking = async (lag: LagWatch, fits: (group: GroupLag, at: number) => boolean): Promise<GroupLag> =>
  groupOf('booking', await seenBy(lag, fits))!;

afterEach(() => Promise.all(watches.splice(0).map((each) => each.stop())));

describe('lag in seconds', () => {
  let ledger: Ledger;
  let tap: LogTap;

  beforeAll(async () => {
    ledger = await Ledger.open({ handlersMs: 120_000 });
    tap = await ledger.tap('rides.v1');
  });
  afterAll(async () => {
    await tap.stop();
    await ledger.close();
  });

  /** Says it; resolves with the broker's time of its record. */
  const say = async (said: Acceptance): Promise<number> => {
    await ledger.saying.say([said]);
    return (await tap.find('rides.v1', ({ headers }) => headers['ce_id'] === said.id)).appendedAt;
  };
  /** Every look of some seconds, each once. */
  const looks = async (lag: LagWatch, count: number): Promise<readonly Lags[]> => {
    const seen: Lags[] = [];
    await until(
      async () => {
        if (lag.last.at !== null && lag.last.at !== seen.at(-1)?.at) seen.push(lag.last);
        return seen.length;
      },
      (length) => length >= count,
      PATIENCE_MS,
    );
    return seen;
  };

  it('is the age of the oldest fact that is not handled: it grows while a handler stands still, and is 0 afterwards', async () => {
    const lag = watch(ledger.saying.log);
    await booking(lag, ({ lagRecords, state }) => lagRecords === 0 && state !== 'nobody');
    const held = acceptances(1, rideOn(5))[0]!;
    const gate = ledger.hold(held);
    const appendedAt = await say(held);
    await until(
      async () => ledger.begun(held),
      ({ length }) => length > 0,
    );
    await booking(lag, ({ lagRecords }) => lagRecords > 0);
    const later = acceptances(2, rideOn(5));
    await ledger.saying.say(later);
    const seen = await looks(lag, 6);
    for (const { at, groups } of seen) {
      const { lagSeconds } = groupOf('booking', { at, groups })!;
      expect(Math.abs(lagSeconds - (at! - appendedAt) / 1_000)).toBeLessThan(TOLERANCE_SECONDS);
    }
    const now = groupOf('booking', lag.last)!;
    expect(Math.abs(now.lagSeconds - (Date.now() - appendedAt) / 1_000)).toBeLessThan(TOLERANCE_SECONDS);
    expect(now.lagRecords).toBe(3);
    expect(now.partitions.filter(({ lagRecords }) => lagRecords > 0)).toMatchObject([
      { topic: 'rides.v1', partition: 5, lagRecords: 3, lagSeconds: now.lagSeconds },
    ]);
    const ages = seen.map((each) => groupOf('booking', each)!.lagSeconds);
    expect(ages).toEqual(ages.toSorted((a, b) => a - b));
    expect(ages.at(-1)! - ages[0]!).toBeGreaterThan(3);

    gate.go();
    await booking(lag, ({ lagRecords, lagSeconds }) => lagRecords === 0 && lagSeconds === 0);
    const { trend } = groupOf('booking', lag.last)!;
    expect(Math.max(...trend.map(({ lagSeconds }) => lagSeconds))).toBeGreaterThan(3);
  });

  it('is the same for whoever looks, and for one who has just begun to look', async () => {
    const first = watch(ledger.saying.log);
    await booking(first, ({ lagRecords }) => lagRecords === 0);
    const held = acceptances(1, rideOn(7))[0]!;
    const gate = ledger.hold(held);
    const appendedAt = await say(held);
    await booking(first, ({ lagSeconds }) => lagSeconds > 4);
    const { at, groups } = await seenBy(watch(ledger.saying.log), ({ lagRecords }) => lagRecords > 0);
    // Read from the record itself: exact but for the clocks.
    expect(Math.abs(groupOf('booking', { at, groups })!.lagSeconds - (at! - appendedAt) / 1_000)).toBeLessThan(0.01);
    const again = await seenBy(first, (_, seenAt) => seenAt >= at!);
    const difference = groupOf('booking', again)!.lagSeconds - (again.at! - appendedAt) / 1_000;
    expect(Math.abs(difference)).toBeLessThan(0.01);
    gate.go();
    await booking(first, ({ lagRecords }) => lagRecords === 0);
  });

  it('tells who is stuck, and who moves', async () => {
    const lag = watch(ledger.saying.log);
    const held = acceptances(1, rideOn(3))[0]!;
    const gate = ledger.hold(held);
    const appendedAt = await say(held);
    const stuck = await booking(lag, ({ state }) => state === 'stuck');
    expect(Date.now() - appendedAt).toBeGreaterThan(30_000);
    expect(stuck).toMatchObject({ lagRecords: 1, members: 1 });
    gate.go();
    await booking(lag, ({ state, lagRecords }) => state === 'moving' && lagRecords === 0);
    await booking(lag, ({ state }) => state === 'idle');
  });

  it('counts no mark of a transaction as something that waits', async () => {
    const lag = watch(ledger.saying.log);
    const said = acceptances(1, rideOn(2))[0]!;
    const { kafka, namespace } = settings();
    const client = new kafkajs.Kafka({ brokers: [...kafka.brokers], logLevel: kafkajs.logLevel.NOTHING });
    const producer = client.producer({ transactionalId: `${namespace}t`, maxInFlightRequests: 1, idempotent: true });
    await producer.connect();
    const transaction = await producer.transaction();
    const { topic, key, value } = ledger.saying.record(said);
    const headers = { ce_id: said.id, ce_type: 'ride.RideAccepted' };
    await transaction.send({ topic, messages: [{ key, value, headers, partition: 2 }] });
    await transaction.commit();
    await producer.disconnect();
    await ledger.allSeen(rideOf(said), 1);
    // The group stands behind the record and before the mark, and twice so: what is told once may be an estimate.
    const caughtUp = ({ partitions }: GroupLag): boolean =>
      partitions.some(({ partition, committed, end }) => partition === 2 && committed !== null && committed >= end - 1);
    const { at } = await seenBy(lag, caughtUp);
    const group = await booking(lag, (_, seenAt) => seenAt > at! + 1_000);
    expect(group).toMatchObject({ lagRecords: 0, lagSeconds: 0 });
  });
});

describe('lag of a service that was killed', () => {
  let saying: Saying;
  const processes: SourceProcess[] = [];

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    saying = await Saying.open();
  });
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.end()));
    await saying.close();
    await dropDatabase();
  });
  const start = async (): Promise<SourceProcess> => {
    const started = SourceProcess.start('service-process.ts', {});
    processes.push(started);
    await started.told('hears');
    return started;
  };

  it('grows while nobody hears, whoever looks', async () => {
    const service = await start();
    await saying.say(acceptances(1, rideOn(1)));
    const lag = watch(saying.log);
    await booking(lag, ({ lagRecords, state }) => lagRecords === 0 && state === 'moving');
    await service.end();
    const before = Date.now();
    await saying.say(acceptances(3, rideOn(1)));
    const after = Date.now();
    const gone = await booking(lag, ({ state }) => state === 'nobody');
    expect(gone).toMatchObject({ members: 0, lagRecords: 3 });
    const { at, groups } = await seenBy(watch(saying.log), () => true);
    const { lagSeconds } = groupOf('booking', { at, groups })!;
    expect(lagSeconds).toBeGreaterThanOrEqual((at! - after) / 1_000 - 0.01);
    expect(lagSeconds).toBeLessThanOrEqual((at! - before) / 1_000 + 0.01);
    await start();
    await booking(lag, ({ lagRecords, members }) => lagRecords === 0 && members === 1);
  });
});
