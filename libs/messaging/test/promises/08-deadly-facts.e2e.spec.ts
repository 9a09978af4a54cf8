import { settings } from '@ride/configuration';
import { catalogue, deadLetterTopic, RideAccepted, retryTopic } from '@ride/events';
import pg from 'pg';
import { v7 } from 'uuid';
import { databaseUrl, ensureTopics } from '../../src/index.js';
import { partitionOf } from '../../src/log/murmur2.js';
import { expelAll } from '../support/expel.js';
import { PATIENCE_MS } from '../support/patience.js';
import { createDatabase, dropDatabase, ownNamespace, Saying, smallService, until } from '../support/small-service.js';
import { SourceProcess } from '../support/source-process.js';
import { TALLY_TABLES } from '../support/tally.js';
import { promise } from './promises.js';

/** What a process ends by, in whichever way it dies. */
const ENDS = { kill: 'SIGKILL', exit: 1, memory: 'SIGABRT', loop: 'SIGKILL' } as const;
/** Megabytes that are soon full; a service needs less than half of it. */
const LITTLE_MEMORY = '--max-old-space-size=256';
type Way = keyof typeof ENDS;

describe(promise(8), () => {
  let saying: Saying;
  let pool: pg.Pool;
  let living: SourceProcess | undefined;
  const accepted = (rideId: string = v7()) => RideAccepted({ rideId, driverId: v7(), offerId: v7() });
  type Fact = ReturnType<typeof accepted>;
  const partitionOfRide = ({ key }: Fact): number => partitionOf(Buffer.from(key), RideAccepted.topic.partitions);
  const acceptedIn = (partition: number): Fact => {
    for (let fact = accepted(); ; fact = accepted()) if (partitionOfRide(fact) === partition) return fact;
  };
  const many = (length: number, one: () => Fact): Fact[] => Array.from({ length }, one);
  const rows = async <R extends object>(sql: string, values: unknown[] = []): Promise<R[]> =>
    (await pool.query<R>(sql, values)).rows;
  const seen = async (id: string): Promise<string[]> =>
    (await rows<{ seen: string[] }>('SELECT seen FROM tally WHERE id = $1', [id]))[0]?.seen ?? [];
  const failed = ({ data }: Fact) =>
    rows<{ status: string; code: string }>('SELECT status, code FROM failed_fact WHERE key = $1 ORDER BY place', [
      Buffer.from(data.rideId),
    ]);
  const isDead = async (fact: Fact): Promise<boolean> => (await failed(fact))[0]?.status === 'dead';
  const BEHIND = { status: 'waiting', code: 'behind_a_failed_fact' };
  const DEAD = { status: 'dead', code: 'killed_the_process' };

  /**
   * Starts the service again, as a supervisor does, each time that it has died as it should, until what is waited for is
   * there. Returns what it printed before its last death.
   */
  async function keepAlive(
    ways: readonly Way[],
    env: Record<string, string>,
    isThere: () => Promise<boolean>,
  ): Promise<string> {
    const { kafka, namespace } = settings();
    const given = { ...env, KILLS_BY: ways.join(), NODE_OPTIONS: LITTLE_MEMORY };
    let printed = '';
    for (let deaths = 0; ; deaths += 1) {
      const RIDE_WATCHDOG_MS = ways[deaths] === 'loop' ? '3000' : '60000';
      const alive = SourceProcess.start('service-process.ts', { ...given, RIDE_WATCHDOG_MS }, 'kept');
      living = alive;
      const ends: unknown[] = [];
      void alive.ended().then((by) => ends.push(by));
      // Most of that time it starts.
      await until(async () => ends.length > 0 || (await isThere()), Boolean, 2 * PATIENCE_MS);
      expect({ deaths, ends }).toEqual({ deaths, ends: ways.slice(deaths, deaths + 1).map((way) => ENDS[way]) });
      if (deaths === ways.length) return printed;
      ({ printed } = alive);
      await expelAll(
        kafka.brokers[0]!,
        ['booking', 'booking.retry'].map((group) => namespace + group),
      );
    }
  }

  beforeAll(async () => {
    ownNamespace({ RIDE_RETRY_BACKOFF_MS: '50' });
    await createDatabase();
    class Nobody {}
    await (await smallService(Nobody, TALLY_TABLES)).app.close();
    saying = await Saying.open();
    const admin = await saying.log.admin();
    const declared = [...catalogue().topics, retryTopic('booking'), deadLetterTopic('booking')];
    await ensureTopics(admin, declared, { namespace: settings().namespace, replication: 1 });
    await admin.close();
    pool = new pg.Pool({ connectionString: databaseUrl('booking'), max: 2 });
    // The database is dropped under connections that are still closing.
    pool.on('error', () => undefined);
  });
  afterEach(() => living?.end());
  afterAll(async () => {
    await pool.end();
    await saying.close();
    await dropDatabase();
  });

  it('not a fact that kills the process, in whichever way: it is given up after four deaths, everything else handled once', async () => {
    const deadly = accepted();
    const behind = accepted(deadly.data.rideId);
    const partition = partitionOfRide(deadly);
    const beside = many(10, () => accepted());
    const [before, after] = [many(20, () => acceptedIn(partition)), many(20, () => acceptedIn(partition))];
    const facts = [...beside, ...before, deadly, behind, ...after];
    const id = v7();
    await saying.say(facts.map((fact) => (fact === deadly ? { fact, id } : { fact })));
    const printed = await keepAlive(['kill', 'exit', 'memory', 'loop'], { KILLS: deadly.data.offerId }, () =>
      isDead(deadly),
    );
    expect(JSON.parse(printed.trimEnd().split('\n').at(-1)!)).toMatchObject({ level: 'fatal', causationId: id });
    const parked = await until(
      () => failed(deadly),
      ({ length }) => length > 1,
    );
    expect(parked).toEqual([DEAD, BEHIND]);
    for (const { data } of [...before, ...beside, ...after]) {
      await until(
        () => seen(data.rideId),
        (all) => all.length > 0,
      );
      expect(await seen(data.rideId)).toEqual([data.offerId]);
    }
    expect(await seen(deadly.data.rideId)).toEqual([]);
    await until(
      () => rows('SELECT FROM begun_batch WHERE partition = $1', [partition]),
      (left) => left.length === 0,
    );
  });

  it('not a fact that kills the process when it is tried again: it is given up, and those behind it keep waiting', async () => {
    const deadly = accepted();
    const behind = accepted(deadly.data.rideId);
    const { offerId } = deadly.data;
    await saying.say([{ fact: deadly }, { fact: behind }]);
    await keepAlive(['kill', 'kill', 'kill', 'kill'], { KILLS: offerId, FAILS_FIRST: offerId }, () => isDead(deadly));
    expect(await failed(deadly)).toEqual([DEAD, BEHIND]);
    expect(await seen(deadly.data.rideId)).toEqual([]);
    const after = accepted();
    await saying.say([{ fact: after }]);
    await until(
      () => seen(after.data.rideId),
      (all) => all.length > 0,
    );
  });
});
