import { settings } from '@ride/configuration';
import { catalogue, deadLetterTopic, RideAccepted, retryTopic } from '@ride/events';
import pg from 'pg';
import { v7 } from 'uuid';
import { databaseUrl, ensureTopics } from '../src/index.js';
import { expelAll } from './support/expel.js';
import { createDatabase, dropDatabase, ownNamespace, Saying, smallService, until } from './support/small-service.js';
import { SourceProcess } from './support/source-process.js';
import { TALLY_TABLES } from './support/tally.js';

/** Two in the batch; when that begins the third time, two of the fact alone. */
const MOST_DEATHS = 4;

describe('a fact that kills the process', () => {
  let saying: Saying;
  let pool: pg.Pool;
  let living: SourceProcess | undefined;
  const accepted = (rideId: string = v7()) => RideAccepted({ rideId, driverId: v7(), offerId: v7() });
  type Fact = ReturnType<typeof accepted>;
  const rows = async <R extends object>(sql: string, values: unknown[] = []): Promise<R[]> =>
    (await pool.query<R>(sql, values)).rows;
  const seen = async (id: string): Promise<string[]> =>
    (await rows<{ seen: string[] }>('SELECT seen FROM tally WHERE id = $1', [id]))[0]?.seen ?? [];
  const failed = async ({ data }: Fact) =>
    (
      await rows<{ status: string; code: string }>(
        'SELECT status, code FROM failed_fact WHERE key = $1 ORDER BY place',
        [Buffer.from(data.rideId)],
      )
    )[0];

  /** Starts the service again and again, as a supervisor does, until what is waited for is there. Returns how often it died. */
  async function keepAlive(env: Record<string, string>, isThere: () => Promise<boolean>): Promise<number> {
    const { kafka, namespace } = settings();
    const groups = ['booking', 'booking.retry'].map((group) => namespace + group);
    for (let deaths = 0; ; deaths += 1) {
      living = SourceProcess.start('service-process.ts', env);
      const end: { by?: NodeJS.Signals | number | null } = {};
      void living.ended().then((by) => (end.by = by));
      await until(async () => 'by' in end || (await isThere()), Boolean);
      if (!('by' in end)) return deaths;
      expect(end.by).toBe('SIGKILL');
      expect(deaths).toBeLessThan(MOST_DEATHS);
      await expelAll(kafka.brokers[0]!, groups);
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

  it('is found and given up after four deaths; what came before, beside and behind it is handled once', async () => {
    const deadly = accepted();
    const others = Array.from({ length: 40 }, () => accepted());
    const behind = accepted(deadly.data.rideId);
    const facts = [...others.slice(0, 20), deadly, behind, ...others.slice(20)];
    await saying.say(facts.map((fact) => ({ fact })));
    const deaths = await keepAlive(
      { KILLS: deadly.data.offerId },
      async () => (await failed(deadly))?.status === 'dead',
    );
    expect(deaths).toBe(MOST_DEATHS);
    expect(await failed(deadly)).toEqual({ status: 'dead', code: 'killed_the_process' });
    for (const { data } of others) {
      await until(
        () => seen(data.rideId),
        (all) => all.length > 0,
      );
      expect(await seen(data.rideId)).toEqual([data.offerId]);
    }
    expect(await seen(deadly.data.rideId)).toEqual([]);
    await until(
      () => rows('SELECT FROM begun_batch'),
      (left) => left.length === 0,
    );
  });

  it('is found also when it is tried again, and the facts behind it keep waiting', async () => {
    const deadly = accepted();
    const behind = accepted(deadly.data.rideId);
    const { offerId } = deadly.data;
    await saying.say([{ fact: deadly }, { fact: behind }]);
    const isDead = async () => (await failed(deadly))?.status === 'dead';
    expect(await keepAlive({ KILLS: offerId, FAILS_FIRST: offerId }, isDead)).toBe(MOST_DEATHS);
    expect(await failed(deadly)).toEqual({ status: 'dead', code: 'killed_the_process' });
    expect(await seen(deadly.data.rideId)).toEqual([]);
    const after = accepted();
    await saying.say([{ fact: after }]);
    await until(
      () => seen(after.data.rideId),
      (all) => all.length > 0,
    );
  });
});
