import { settings } from '@ride/configuration';
import { RideAccepted } from '@ride/events';
import pg from 'pg';
import { v7 } from 'uuid';
import { databaseUrl } from '../../src/index.js';
import type { LogAdmin } from '../../src/log/port.js';
import { createDatabase, dropDatabase, ownNamespace, Saying, until } from '../support/small-service.js';
import { SourceProcess } from '../support/source-process.js';
import { promise } from './promises.js';

/** A session ends after 6 s, and what a stopped process holds in the database is free after 10 s. */
const PATIENCE_MS = 30_000;

/** Effects have the like of it in effects-drain.e2e.spec.ts, the relay in 01-relay-fails.e2e.spec.ts. */
describe(promise(10), () => {
  let saying: Saying;
  let pool: pg.Pool;
  const processes: SourceProcess[] = [];

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    pool = new pg.Pool({ connectionString: databaseUrl('booking'), max: 2 });
    // The database is dropped under connections that are still closing.
    pool.on('error', () => undefined);
    saying = await Saying.open();
  });
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.end()));
    await pool.end();
    await saying.close();
    await dropDatabase();
  });

  const start = async (instance: string, stops = ''): Promise<SourceProcess> => {
    const started = SourceProcess.start('service-process.ts', { INSTANCE: instance, STOPS: stops });
    processes.push(started);
    await started.told('hears');
    return started;
  };
  type Fact = ReturnType<typeof RideAccepted>;
  const acceptances = (rideId: string = v7()): Fact[] =>
    Array.from({ length: 3 }, () => RideAccepted({ rideId, driverId: v7(), offerId: v7() }));
  const say = (facts: readonly Fact[]) => saying.say(facts.map((fact) => ({ fact })));
  const rows = async <R extends object>(sql: string, ...values: unknown[]): Promise<R[]> =>
    (await pool.query<R>(sql, values)).rows;
  /** Until the rides have all of their facts in the tally, each once and in order. */
  const tallied = async (rides: readonly (readonly Fact[])[]): Promise<void> => {
    for (const facts of rides) {
      const seen = await until(
        () => rows<{ seen: string[] }>('SELECT seen FROM tally WHERE id = $1', facts[0]!.data.rideId),
        ([row]) => (row?.seen.length ?? 0) >= facts.length,
        PATIENCE_MS,
      );
      expect(seen).toEqual([{ seen: facts.map(({ data }) => data.offerId) }]);
    }
  };
  const runs = async (instance: string, { data }: Fact): Promise<number> =>
    (await rows('SELECT FROM run WHERE instance = $1 AND offer = $2', instance, data.offerId)).length;

  const administer = async <T>(ask: (admin: LogAdmin, topic: string, group: string) => Promise<T>): Promise<T> => {
    const { namespace } = settings();
    const admin = await saying.log.admin();
    try {
      return await ask(admin, namespace + RideAccepted.topic.name, `${namespace}booking`);
    } finally {
      await admin.close();
    }
  };
  /** How many records the group has not committed. */
  const uncommitted = () =>
    administer(async (admin, topic, group) => {
      const ends = await admin.endOffsets(topic);
      const committed = await admin.committed(group, [topic]);
      return committed.reduce(
        (sum, { partition, offset }) => sum + Number(ends.get(partition)) - Math.max(0, Number(offset)),
        0,
      );
    });
  const members = () => administer((admin, _, group) => admin.members(group));
  const isZero = (n: number): boolean => n === 0;

  it('does no harm when it was stopped in the middle of a unit for longer than a session, and goes on', async () => {
    const before = Array.from({ length: 20 }, () => acceptances());
    const [inHand, ...behind] = acceptances() as [Fact, ...Fact[]];
    const meanwhile = Array.from({ length: 20 }, () => acceptances());
    const stopped = await start('stopped', inHand.data.offerId);
    await say(before.flat());
    await tallied(before);
    await say([inHand]);
    await stopped.told(`stops at ${inHand.data.offerId}`);
    await say([...behind, ...meanwhile.flat()]);
    const other = await start('other');
    await tallied([[inHand, ...behind], ...meanwhile]);
    await until(uncommitted, isZero, PATIENCE_MS);
    expect([await runs('stopped', inHand), await runs('other', inHand)]).toEqual([1, 1]);

    stopped.signal('SIGCONT');
    await until(members, (n) => n === 2, PATIENCE_MS);
    // What it had in hand is neither written nor committed: that would be a step back.
    expect(await uncommitted()).toBe(0);
    const after = Array.from({ length: 20 }, () => acceptances());
    await say(after.flat());
    await tallied([...before, [inHand, ...behind], ...meanwhile, ...after]);
    expect([await runs('stopped', inHand), await runs('other', inHand)]).toEqual([1, 1]);
    for (const one of [stopped, other]) one.signal('SIGTERM');
    expect(await Promise.all([stopped, other].map((one) => one.ended()))).toEqual([0, 0]);
    expect(await members()).toBe(0);
  });
});
