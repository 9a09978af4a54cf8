import { forgetSettings, settings } from '@ride/configuration';
import { Rejected } from '@ride/decider';
import { currentCause } from '@ride/observability';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { databaseUrl, faultOf, type Tx } from '../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  smallService,
  type SmallService,
} from './support/small-service.js';
import { TcpProxy } from './support/tcp-proxy.js';

@Entity('tally')
class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}
const TABLES = 'CREATE TABLE tally (id uuid PRIMARY KEY, seen jsonb NOT NULL)';

async function note(tx: Tx, id: string, what: string): Promise<void> {
  const row = await tx.load(TallyRow, id);
  tx.save(TallyRow, { id, seen: [...(row?.seen ?? []), what] });
}
const ids = (count: number) => Array.from({ length: count }, () => v7());
const upTo = (n: number) => Array.from({ length: n }, (_, i) => String(i));

describe('requests that come at once', () => {
  let proxy: TcpProxy;
  let service: SmallService;
  const cause = () => ({ id: v7(), correlationId: v7() });
  const run = <T>(work: (tx: Tx) => Promise<T>) => service.runtime.unitOfWork.run(cause(), work);
  const seen = async (id: string) => (await service.runtime.unitOfWork.read(TallyRow, id))?.seen;
  /** How many transactions wrote these rows last. */
  const transactionsOf = async (rows: readonly string[]): Promise<number> => {
    const [found] = await service.runtime.unitOfWork.find<{ n: number }>(
      'transactions',
      'SELECT count(DISTINCT xmin::text)::int AS n FROM tally WHERE id = ANY($1::uuid[])',
      [rows],
    );
    return found!.n;
  };

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    const url = new URL(settings().postgres.url);
    proxy = await TcpProxy.to(Number(url.port), url.hostname);
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    process.env['RIDE_POSTGRES_URL'] = url.href;
    forgetSettings();
    class Nobody {}
    service = await smallService(Nobody, TABLES);
    await service.app.init();
  });
  afterAll(async () => {
    await service.app.close();
    await dropDatabase();
    await proxy.close();
  });

  it('share a transaction', async () => {
    const rows = ids(80);
    await Promise.all(rows.map((id) => run((tx) => note(tx, id, 'x'))));
    expect(await transactionsOf(rows)).toBe(1);
  });

  it('take a row in the order in which they came, each seeing what the one before it left', async () => {
    const id = v7();
    await Promise.all(upTo(80).map((n) => run((tx) => note(tx, id, n))));
    expect(await seen(id)).toEqual(upTo(80));
  });

  it('each get their own answer', async () => {
    const answers = await Promise.all(upTo(20).map((n) => run(async (tx) => (await note(tx, v7(), n), n))));
    expect(answers).toEqual(upTo(20));
  });

  it('log in their own name', async () => {
    const causes = upTo(20).map(cause);
    const logged = await Promise.all(
      causes.map((mine) =>
        service.runtime.unitOfWork.run(mine, async (tx) => (await note(tx, v7(), 'x'), currentCause()?.id)),
      ),
    );
    expect(logged).toEqual(causes.map(({ id }) => id));
  });

  it('are not run again for one among them that is refused', async () => {
    const rows = ids(20);
    const refused = new Rejected('too_late', 'Come earlier.');
    let runs = 0;
    const ends = await Promise.allSettled(
      rows.map((id, n) =>
        run(async (tx) => {
          runs++;
          await tx.load(TallyRow, id);
          if (n === 7) throw refused;
          await note(tx, id, 'x');
        }),
      ),
    );
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual([refused]);
    expect(runs).toBe(rows.length);
    expect(await seen(rows[7]!)).toBeUndefined();
    expect(await transactionsOf(rows)).toBe(1);
  });

  it.each([
    ['fails', new TypeError('a bug')],
    ['is refused', new Rejected('too_late', 'Come earlier.')],
  ])('are done all the same when one that has changed something %s, of which nothing is left', async (_, thrown) => {
    const rows = ids(20);
    const ends = await Promise.allSettled(
      rows.map((id, n) =>
        run(async (tx) => {
          await note(tx, id, 'x');
          if (n === 7) throw thrown;
        }),
      ),
    );
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual([thrown]);
    expect(await Promise.all(rows.map(seen))).toEqual(rows.map((_, n) => (n === 7 ? undefined : ['x'])));
    expect(await transactionsOf(rows)).toBe(1);
  });

  it('are not refused because of what another changed that was not kept', async () => {
    const id = v7();
    const failing = run(async (tx) => {
      await note(tx, id, 'taken');
      throw new TypeError('a bug');
    });
    const second = run(async (tx) => {
      if ((await tx.load(TallyRow, id)) !== undefined) throw new Rejected('taken', 'Take another one.');
      await note(tx, id, 'mine');
    });
    await expect(failing).rejects.toThrow('a bug');
    await second;
    expect(await seen(id)).toEqual(['mine']);
  });

  it('are answered one by one when they wait for each other in a circle', async () => {
    const [a, b] = [v7(), v7()];
    await Promise.all(
      [
        [a, b],
        [b, a],
      ].map((order, which) =>
        run(async (tx) => {
          for (const id of order) await note(tx, id, String(which));
        }),
      ),
    );
    for (const id of [a, b]) expect((await seen(id))!.sort()).toEqual(['0', '1']);
  });

  it('are not held up by one that hangs, which is gone on with alone', async () => {
    const rows = ids(20);
    const letGo = Promise.withResolvers<void>();
    let isDone = false;
    const hanging = run(async (tx) => {
      await note(tx, v7(), 'x');
      await letGo.promise;
    }).then(() => (isDone = true));
    await Promise.all(rows.map((id) => run((tx) => note(tx, id, 'x'))));
    expect(isDone).toBe(false);
    letGo.resolve();
    await hanging;
  });

  it('are not held up by one that waits for a row that somebody else has locked', async () => {
    const [locked = '', ...rows] = ids(20);
    await run((tx) => note(tx, locked, 'a'));
    const other = new pg.Client({ connectionString: databaseUrl('booking') });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM tally WHERE id = $1 FOR UPDATE', [locked]);
    let isDone = false;
    const waiting = run((tx) => note(tx, locked, 'b')).then(() => (isDone = true));
    await Promise.all(rows.map((id) => run((tx) => note(tx, id, 'x'))));
    expect(isDone).toBe(false);
    await other.query('COMMIT');
    await other.end();
    await waiting;
    expect(await seen(locked)).toEqual(['a', 'b']);
  });

  it('are not answered for a store that only one of them needed', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const rows = ids(20);
    const ends = await Promise.allSettled(
      rows.map((id, n) =>
        run(async (tx) => {
          await note(tx, id, 'x');
          if (n === 7) throw away;
        }),
      ),
    );
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual([away]);
  });

  it('are all told when the database is lost, and those that come later when it is away; then it goes on', async () => {
    const rows = ids(20);
    const all = () => Promise.allSettled(rows.map((id) => run((tx) => note(tx, id, 'x'))));
    const faults = (ends: readonly PromiseSettledResult<void>[]) =>
      ends.map((end) => (end.status === 'rejected' ? faultOf(end.reason) : 'done'));
    const losing = run(async (tx) => {
      await tx.load(TallyRow, v7());
      proxy.refuse();
    });
    const [first, lost] = await Promise.all([Promise.allSettled([losing]), all()]);
    expect(faults([...first, ...lost])).toEqual(Array(21).fill('infrastructure'));
    expect(faults(await all())).toEqual(Array(20).fill('infrastructure'));
    proxy.restore();
    await all();
    expect(await transactionsOf(rows)).toBe(1);
  });
});
