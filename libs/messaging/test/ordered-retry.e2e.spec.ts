import { settings } from '@ride/configuration';
import { physicalTopic, retryTopic, RideAccepted, RideDeclined } from '@ride/events';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { databaseUrl, NonRetriable, On, type Tx } from '../src/index.js';
import { putBack } from '../src/dead-letters/put-back.js';
import { LogTap } from './support/log-tap.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from './support/small-service.js';

@Entity('tally')
class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}
const TABLES = 'CREATE TABLE tally (id uuid PRIMARY KEY, seen jsonb NOT NULL)';

/** How often a fact's handler (by offer) shall fail yet, and with what; and when it was begun. */
const failures = new Map<string, { times: number; error?: unknown }>();
const begun = new Map<string, number[]>();
class OrderedRetryHandlers {
  @On(RideAccepted)
  async accept({ data }: RideAccepted, tx: Tx): Promise<void> {
    const row = await tx.load(TallyRow, data.rideId);
    begun.set(data.offerId, [...(begun.get(data.offerId) ?? []), Date.now()]);
    const failure = failures.get(data.offerId);
    if (failure && failure.times-- > 0) throw failure.error ?? new Error('not yet');
    tx.save(TallyRow, { id: data.rideId, seen: [...(row?.seen ?? []), data.offerId] });
  }
}

interface Failed {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly attempts: number;
  readonly code: string;
  readonly handler: string;
  readonly due_at: Date | null;
  readonly history: readonly { attempt: number; at: string; code: string }[];
}
const BACKOFF = [60, 120, 180];

async function putBackIn(ids: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('booking') });
  await client.connect();
  const order = { who: v7(), reason: null, acceptOvertaken: true };
  await putBack(client, ids, order).finally(() => client.end());
}

describe.each(['hold', 'release'] as const)('ordered retry, when a dead fact means %s', (whenDead) => {
  let service: SmallService;
  let saying: Saying;
  let tap: LogTap;
  const ride = (count: number) => {
    const rideId = v7();
    return Array.from({ length: count }, () => ({
      id: v7(),
      fact: RideAccepted({ rideId, driverId: v7(), offerId: v7() }),
    }));
  };
  type Said = ReturnType<typeof ride>[number];
  const key = (said: Said) => said.fact.data.rideId;
  const offer = (said: Said) => said.fact.data.offerId;
  const fail = (said: Said, times: number, error?: unknown) => failures.set(offer(said), { times, error });
  const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> => service.runtime.data.query(sql, values);
  const seen = async (said: Said): Promise<string[]> =>
    (await query<TallyRow>('SELECT seen FROM tally WHERE id = $1', [key(said)]))[0]?.seen ?? [];
  const failed = (said: Said) =>
    query<Failed>('SELECT * FROM failed_fact WHERE key = $1 ORDER BY place', [Buffer.from(key(said))]);
  const blocked = (said: Said) =>
    query<{ due_at: Date | null }>('SELECT due_at FROM blocked_key WHERE key = $1', [Buffer.from(key(said))]);
  const allSeen = (said: readonly Said[]) =>
    until(
      () => seen(said[0]!),
      (offers) => offers.length >= said.length,
    );
  const standsLike = (said: Said, statuses: readonly string[]) =>
    until(
      () => failed(said),
      (rows) => JSON.stringify(rows.map(({ status }) => status)) === JSON.stringify(statuses),
    );

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    service = await smallService(OrderedRetryHandlers, TABLES, 'booking', { retry: { backoff: BACKOFF, whenDead } });
    await service.app.listen();
    saying = await Saying.open();
    tap = await LogTap.on(saying.log, 'booking.retry.v1', 'booking.dead-letters.v1');
  });
  afterAll(async () => {
    await tap.stop();
    await service.app.close();
    await saying.close();
    await dropDatabase();
  });

  it('handles a failed fact when it is due, then its key’s later facts in their order, and the key is free', async () => {
    const [facts, others] = [ride(5), ride(3)];
    fail(facts[1]!, 2);
    await saying.say([...facts.slice(0, 3), ...others, ...facts.slice(3)]);
    await allSeen(others);
    expect(await allSeen(facts)).toEqual(facts.map(offer));
    await until(
      () => blocked(facts[0]!),
      (rows) => rows.length === 0,
    );
    expect(await failed(facts[0]!)).toEqual([]);
    expect(begun.get(offer(facts[1]!))).toHaveLength(3);
  });

  it('takes a retry record that comes late or twice for nothing', async () => {
    const [fact, after] = ride(2) as [Said, Said];
    fail(fact, 1);
    await saying.say([fact, after]);
    await allSeen([fact, after]);
    const [again] = ride(1) as [Said];
    fail(again, 1);
    const record = await tap.find('booking.retry.v1', ({ key: of }) => of === key(fact));
    await saying.send([record.raw, record.raw]);
    await saying.say([again]);
    await allSeen([again]);
    // The retry of `again` may be on another partition; a fact said behind the late ones on theirs is not.
    await saying.say([{ ...ride(1)[0]!, fact: RideAccepted({ ...fact.fact.data, offerId: v7() }) }]);
    await until(
      () => seen(fact),
      (offers) => offers.length === 3,
    );
    expect(begun.get(offer(fact))).toHaveLength(2);
  });

  it('gives up a record that does not say which fact it is, and goes on with the partition', async () => {
    const [fact] = ride(1) as [Said];
    const topic = physicalTopic(RideAccepted.topic.name, settings().namespace);
    const stray = v7();
    await saying.send([{ topic, key: Buffer.from(stray), value: Buffer.from('{"no":"fact"}'), headers: [] }]);
    await saying.say([fact]);
    await allSeen([fact]);
    const [row] = await until(
      () => query<Failed>('SELECT * FROM failed_fact WHERE key = $1', [Buffer.from(stray)]),
      (rows) => rows.length > 0,
    );
    expect(row).toMatchObject({ status: 'dead', code: 'undecodable', attempts: 1, fact: '' });
  });

  if (whenDead === 'hold') {
    it('holds the key of a dead fact, and drains it in order when the fact is put back', async () => {
      const facts = ride(4);
      fail(facts[1]!, 4);
      await saying.say(facts);
      const rows = await standsLike(facts[0]!, ['dead', 'waiting', 'waiting']);
      expect(await blocked(facts[0]!)).toEqual([{ due_at: null }]);
      expect(await seen(facts[0]!)).toEqual([offer(facts[0]!)]);
      await putBackIn([rows[0]!.id]);
      expect(await allSeen(facts)).toEqual(facts.map(offer));
      await until(
        () => blocked(facts[0]!),
        (left) => left.length === 0,
      );
      expect(await standsLike(facts[0]!, ['replayed'])).toHaveLength(1);
    });

    it('refuses requests on a blocked key', async () => {
      const [fact] = ride(1) as [Said];
      fail(fact, Number.POSITIVE_INFINITY, new NonRetriable('never', 'never'));
      await saying.say([fact]);
      await standsLike(fact, ['dead']);
      const cause = { id: v7(), correlationId: v7() };
      const asked = () =>
        service.runtime.unitOfWork.run(cause, (tx) => tx.load(TallyRow, key(fact))).catch((e: unknown) => e);
      const answer = await until(asked, (given) => given !== undefined);
      expect(answer).toMatchObject({ code: 'key_blocked', id: key(fact) });
    });
  } else {
    it('lets the key go on without its dead fact, counts what it has handled since, and forgets it after a replay', async () => {
      const facts = ride(4);
      fail(facts[1]!, 4);
      await saying.say(facts);
      const [dead] = await standsLike(facts[0]!, ['dead']);
      await until(
        () => seen(facts[0]!),
        (offers) => offers.length === 3,
      );
      expect(await seen(facts[0]!)).toEqual([facts[0]!, facts[2]!, facts[3]!].map(offer));
      await saying.say([
        { id: v7(), fact: RideDeclined({ ...facts[0]!.fact.data }) },
        { ...facts[3]!, id: v7() },
      ]);
      const released = () =>
        query<{ handled: number }>('SELECT handled FROM released_key WHERE key = $1', [Buffer.from(key(facts[0]!))]);
      await until(released, ([row]) => row?.handled === 3);
      await putBackIn([dead!.id]);
      await until(
        () => seen(facts[0]!),
        (offers) => offers.at(-1) === offer(facts[1]!),
      );
      await until(released, (rows) => rows.length === 0);
    });

    it('parks a later fact behind a dead one that is put back while the later one is handled', async () => {
      const facts = ride(2);
      fail(facts[0]!, 1, new NonRetriable('never', 'never'));
      await saying.say([facts[0]!]);
      const [dead] = await standsLike(facts[0]!, ['dead']);
      const client = new pg.Client({ connectionString: databaseUrl('booking') });
      await client.connect();
      await client.query('BEGIN');
      await putBack(client, [dead!.id], { who: v7(), reason: null, acceptOvertaken: false });
      await saying.say([facts[1]!]);
      await until(
        () =>
          query<{ n: number }>(
            `SELECT count(*)::int AS n FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%released_key%'`,
          ),
        ([row]) => row!.n > 0,
      );
      await client.query('COMMIT');
      await client.end();
      expect(await allSeen(facts)).toEqual(facts.map(offer));
    });
  }

  it('goes on after a restart with what was waiting', async () => {
    const facts = ride(3);
    fail(facts[0]!, 2);
    await saying.say(facts);
    await until(
      () => failed(facts[0]!),
      (rows) => rows.length === 3,
    );
    await service.app.close();
    service = await smallService(OrderedRetryHandlers, TABLES, 'booking', { retry: { backoff: BACKOFF, whenDead } });
    await service.app.listen();
    expect(await allSeen(facts)).toEqual(facts.map(offer));
  });

  it('says its retries on the topic of the service', () => {
    expect(tap.of(retryTopic('booking').name).length).toBeGreaterThan(0);
  });
});
