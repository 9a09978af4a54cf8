import { RideAccepted, RideCancellationRefused, RideDeclined } from '@ride/events';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { databaseUrl, On, type Tx } from '../src/index.js';
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
const HANDLERS_MS = 900;

async function note(tx: Tx, id: string, what: string): Promise<void> {
  const row = await tx.load(TallyRow, id);
  tx.save(TallyRow, { id, seen: [...(row?.seen ?? []), what] });
}

/** The ride whose handler hangs until it is let go, and what it can still do then. */
const hanging = { rideId: '', runs: 0, begun: () => {}, letGo: Promise.withResolvers<void>(), late: [] as unknown[] };

class Handlers {
  @On(RideAccepted)
  async accepted({ data: { rideId, driverId, offerId } }: RideAccepted, tx: Tx): Promise<void> {
    await note(tx, driverId, offerId);
    if (rideId === hanging.rideId && hanging.runs++ === 0) {
      const { letGo, late } = hanging;
      hanging.begun();
      await letGo.promise;
      await tx.load(TallyRow, rideId).catch((error: unknown) => late.push(error));
      for (const attempt of [
        () => tx.save(TallyRow, { id: driverId, seen: [] }),
        () => tx.publish(RideCancellationRefused({ rideId, by: 'rider', reason: 'ride_ended' })),
      ])
        try {
          attempt();
        } catch (error) {
          late.push(error);
        }
      return;
    }
    await note(tx, rideId, offerId);
  }
  @On(RideDeclined)
  async declined({ data: { rideId, offerId } }: RideDeclined, tx: Tx): Promise<void> {
    await note(tx, rideId, offerId);
  }
}

describe('a handler that does not return', () => {
  let service: SmallService;
  let saying: Saying;
  const seen = async (id: string): Promise<string[]> => {
    const rows: TallyRow[] = await service.runtime.data.query('SELECT seen FROM tally WHERE id = $1', [id]);
    return rows[0]?.seen ?? [];
  };
  const failures = async (key: string): Promise<unknown[]> =>
    await service.runtime.data.query('SELECT code, attempts FROM failed_fact WHERE key = $1', [Buffer.from(key)]);
  const accepted = (rideId: string, driverId: string) => RideAccepted({ rideId, driverId, offerId: v7() });
  const hang = (rideId: string): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    Object.assign(hanging, { rideId, runs: 0, begun: resolve, letGo: Promise.withResolvers<void>(), late: [] });
    return promise;
  };

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    service = await smallService(Handlers, TABLES, 'booking', { handlersMs: HANDLERS_MS });
    await service.app.listen();
    saying = await Saying.open();
  });
  afterAll(async () => {
    hanging.letGo.resolve();
    await service.app.close();
    await saying.close();
    await dropDatabase();
  });

  it('fails its fact only: whoever waits for its rows, and all others of the batch, are handled', async () => {
    const [stuck, driverId] = [v7(), v7()];
    void hang(stuck);
    // The first holds the driver's row while it hangs; the others of the driver wait for it.
    const others = Array.from({ length: 20 }, (_, i) => accepted(v7(), i % 2 === 0 ? driverId : v7()));
    await saying.say([accepted(stuck, driverId), ...others].map((fact) => ({ fact })));
    await until(
      () => failures(stuck),
      (all) => all.length === 1,
    );
    expect(await failures(stuck)).toEqual([{ code: 'handler_timed_out', attempts: 1 }]);
    for (const { data } of others) expect(await seen(data.rideId)).toEqual([data.offerId]);
    expect(await seen(driverId)).toHaveLength(10);
    const [all]: { n: number }[] = await service.runtime.data.query('SELECT count(*)::int AS n FROM failed_fact');
    expect(all?.n).toBe(1);
  });

  it('can touch nothing when it goes on at last', async () => {
    const [stuck, driverId] = [v7(), v7()];
    const begun = hang(stuck);
    await saying.say([{ fact: accepted(stuck, driverId) }]);
    await begun;
    await until(
      () => failures(stuck),
      (all) => all.length === 1,
    );
    hanging.letGo.resolve();
    await until(
      async () => hanging.late,
      (late) => late.length === 3,
    );
    for (const error of hanging.late) expect(String(error)).toContain('This Tx is over');
  });

  it('is not one that waits for a lock', async () => {
    const rideId = v7();
    const first = RideDeclined({ rideId, driverId: v7(), offerId: v7() });
    const second = RideDeclined({ rideId, driverId: v7(), offerId: v7() });
    await saying.say([{ fact: first }]);
    await until(
      () => seen(rideId),
      (all) => all.length === 1,
    );
    const holder = new pg.Client({ connectionString: databaseUrl('booking') });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM tally WHERE id = $1 FOR UPDATE', [rideId]);
      await saying.say([{ fact: second }]);
      const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND now() - query_start > $1::interval`;
      await until<unknown[]>(
        () => service.runtime.data.query(waiting, [`${2 * HANDLERS_MS} ms`]),
        (sessions) => sessions.length > 0,
      );
    } finally {
      await holder.end();
    }
    await until(
      () => seen(rideId),
      (all) => all.length === 2,
    );
    expect(await failures(rideId)).toEqual([]);
  });

  it('fails its fact also when PostgreSQL has ended the idle session meanwhile', async () => {
    const [stuck, driverId] = [v7(), v7()];
    const begun = hang(stuck);
    await saying.say([{ fact: accepted(stuck, driverId) }]);
    await begun;
    await service.runtime.data.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    await until(
      () => failures(stuck),
      (all) => all.length === 1,
    );
    expect(await failures(stuck)).toEqual([{ code: 'handler_timed_out', attempts: 1 }]);
  });
});
