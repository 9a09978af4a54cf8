import pg from 'pg';
import { BegunBatches } from '../src/consumer/begun.js';
import { databaseUrl } from '../src/index.js';
import { createDatabase, dropDatabase, ownNamespace, smallService } from './support/small-service.js';

describe('what a consumer has begun', () => {
  let pool: pg.Pool;
  let begun: BegunBatches;
  const batch = (first: number, last: number, partition = 0) => ({
    topic: 'things.v1',
    partition,
    first: String(first),
    last: String(last),
  });

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    class Nobody {}
    await (await smallService(Nobody, 'SELECT')).app.close();
    pool = new pg.Pool({ connectionString: databaseUrl('booking') });
    // The database is dropped under connections that are still closing.
    pool.on('error', () => undefined);
  });
  beforeEach(async () => {
    await pool.query('DELETE FROM begun_batch');
    begun = new BegunBatches(pool, 'booking');
  });
  afterAll(async () => {
    await pool.end();
    await dropDatabase();
  });

  it('is counted as long as it begins at the same record and never ends', async () => {
    expect(await begun.begin(batch(100, 199))).toMatchObject({ times: 1, last: '199' });
    // As much as it ever reached to may have been deadly, whatever was fetched this time.
    expect(await begun.begin(batch(100, 149))).toMatchObject({ times: 2, last: '199' });
    expect(await begun.begin(batch(100, 299))).toMatchObject({ times: 3, last: '299' });
  });

  it('is a first time when something before it was committed, or it had ended', async () => {
    await begun.begin(batch(100, 199));
    expect(await begun.begin(batch(150, 199))).toMatchObject({ times: 1, last: '199' });
    await begun.end(batch(150, 199));
    expect(await begun.begin(batch(150, 199))).toMatchObject({ times: 1 });
  });

  it('stays known as one that never ended while its records are heard one by one', async () => {
    for (let lives = 0; lives < 3; lives += 1) await begun.begin(batch(100, 199));
    expect(await begun.begin(batch(120, 500))).toMatchObject({ times: 4, last: '500' });
    expect(await begun.begin(batch(501, 600))).toMatchObject({ times: 1, last: '600' });
  });

  it('is counted for each partition and each consumer by itself', async () => {
    const others = new BegunBatches(pool, 'booking.retry');
    const all = await Promise.all([begun.begin(batch(5, 9)), begun.begin(batch(5, 9, 1)), others.begin(batch(5, 9))]);
    expect(all.map(({ times }) => times)).toEqual([1, 1, 1]);
    await others.end(batch(5, 9));
    expect(await begun.begin(batch(5, 9))).toMatchObject({ times: 2 });
  });

  it('counts a record that is heard alone, until another one is; what was not heard after all does not count', async () => {
    await begun.begin(batch(100, 199));
    expect(await begun.beginAlone(batch(100, 199), '100')).toBe(1);
    expect(await begun.beginAlone(batch(100, 199), '100')).toBe(2);
    await begun.takeBack(batch(100, 199), '100');
    expect(await begun.beginAlone(batch(100, 199), '100')).toBe(2);
    expect(await begun.beginAlone(batch(100, 199), '101')).toBe(1);
  });
});
