import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { databaseUrl, type Tx } from '../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  smallService,
  until,
  type SmallService,
} from './support/small-service.js';

@Entity('kept')
class KeptRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') by!: string;
}
@Entity('tally')
class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') count!: number;
}
const TABLES = `CREATE TABLE kept (id uuid PRIMARY KEY, by text NOT NULL);
  CREATE TABLE tally (id uuid PRIMARY KEY, count int NOT NULL)`;

describe('a claim', () => {
  let service: SmallService;
  let client: pg.Client;
  const cause = () => ({ id: v7(), correlationId: v7() });
  const run = <T>(work: (tx: Tx) => Promise<T>) => service.runtime.unitOfWork.run(cause(), work);
  /** Claims the row and keeps it until `then` has ended. */
  const keep = (id: string, by: string, then: (tx: Tx) => Promise<unknown> = async () => undefined) =>
    run(async (tx) => {
      const known = await tx.claim(KeptRow, id);
      if (known !== undefined) return known === 'taken' ? known : known.by;
      await then(tx);
      tx.save(KeptRow, { id, by });
      return `new, ${by}`;
    });
  const count = async (tx: Tx, id: string) => {
    const row = await tx.load(TallyRow, id);
    tx.save(TallyRow, { id, count: (row?.count ?? 0) + 1 });
  };

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    class Nobody {}
    service = await smallService(Nobody, TABLES);
    await service.app.init();
    client = new pg.Client({ connectionString: databaseUrl('booking') });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await service.app.close();
    await dropDatabase();
  });

  it('finds the row as it was committed', async () => {
    const id = v7();
    expect(await keep(id, 'a')).toBe('new, a');
    expect(await keep(id, 'b')).toBe('a');
  });

  it('is given to one request of a transaction at a time, and to the next when that one has returned', async () => {
    const id = v7();
    // Loads nothing that could make one wait for the other.
    const later = run(async (tx) => {
      await tx.load(TallyRow, v7());
      return tx.claim(KeptRow, id);
    });
    expect(await Promise.all([keep(id, 'a'), keep(id, 'b'), later])).toEqual(['new, a', 'taken', { id, by: 'a' }]);
  });

  it('is not given while another transaction has it, and nobody waits', async () => {
    const id = v7();
    const held = Promise.withResolvers<void>();
    const claimed = Promise.withResolvers<void>();
    const first = keep(id, 'a', () => (claimed.resolve(), held.promise));
    await claimed.promise;
    expect(await keep(id, 'b')).toBe('taken');
    held.resolve();
    expect(await first).toBe('new, a');
    expect(await keep(id, 'b')).toBe('a');
  });

  it('is free again when its transaction was rolled back', async () => {
    const id = v7();
    const failing = async (tx: Tx) => {
      await count(tx, v7());
      throw new TypeError('a bug');
    };
    await expect(keep(id, 'a', failing)).rejects.toThrow('a bug');
    expect(await keep(id, 'b')).toBe('new, b');
  });

  it('comes before the loads of its transaction, which then wait for locks as any first ones', async () => {
    const [row, other] = [v7(), v7()];
    await run((tx) => count(tx, row));
    let runs = 0;
    await client.query('BEGIN');
    await client.query('SELECT FROM tally WHERE id = $1 FOR UPDATE', [row]);
    const claiming = keep(v7(), 'a', (tx) => (runs++, count(tx, row)));
    const loading = run((tx) => (runs++, count(tx, other)));
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(
      () => service.runtime.data.query<unknown[]>(waiting),
      (sessions) => sessions.length === 1,
    );
    await client.query('COMMIT');
    await Promise.all([claiming, loading]);
    expect(runs).toBe(2);
    const rows = await client.query('SELECT DISTINCT xmin FROM tally WHERE id IN ($1, $2)', [row, other]);
    expect(rows.rowCount).toBe(1); // of one transaction
  });

  it('is made anew when its unit runs again after a conflict', async () => {
    const id = v7();
    const held = Promise.withResolvers<void>();
    const again = Promise.withResolvers<void>();
    let runs = 0;
    const first = service.runtime.unitOfWork.round(cause(), async (tx) => {
      expect(await tx.claim(KeptRow, id)).toBeUndefined();
      if (++runs === 1) throw Object.assign(new Error('could not serialize'), { code: '40001' });
      again.resolve();
      await held.promise;
      tx.save(KeptRow, { id, by: 'a' });
    });
    await again.promise;
    expect(await keep(id, 'b')).toBe('taken');
    held.resolve();
    await first;
    expect(await keep(id, 'b')).toBe('a');
  });

  it('that did not see what was committed beside it sees it in the next run', async () => {
    const id = v7();
    let runs = 0;
    const insert = async () => {
      if (++runs === 1) await client.query(`INSERT INTO kept VALUES ($1, 'another')`, [id]);
    };
    expect(await keep(id, 'a', insert)).toBe('another');
    expect(runs).toBe(1);
  });

  it('of a table that is not there fails its own request only', async () => {
    @Entity('no_table')
    class NoTableRow {
      @PrimaryColumn('uuid') id!: string;
    }
    const unknown = run((tx) => tx.claim(NoTableRow, v7()));
    const ends = await Promise.allSettled([unknown, keep(v7(), 'a')]);
    expect(ends).toEqual([
      { status: 'rejected', reason: expect.anything() as unknown },
      { status: 'fulfilled', value: 'new, a' },
    ]);
  });
});
