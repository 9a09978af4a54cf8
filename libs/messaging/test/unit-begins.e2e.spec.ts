import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { RideAccepted } from '@ride/events';
import type { HeardRecord } from '../src/inbox/heard-record.js';
import { claim } from '../src/inbox/inbox.js';
import { openPool } from '../src/service/database.js';
import { attempt, UnitFailed, type UnitContext } from '../src/unit/unit.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  smallService,
  type SmallService,
} from './support/small-service.js';

/** As when an operator cancels the statement: the server refuses BEGIN, and the connection lives on. */
function refusingBegin(client: PoolClient): PoolClient {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((first: unknown, ...rest: unknown[]) =>
    query(first === 'BEGIN' ? 'BEGIN refused' : first, ...rest)) as typeof client.query;
  return client;
}

describe('a unit whose transaction does not begin', () => {
  let service: SmallService;
  const pool = () => openPool('booking', 'test', 2);

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    class Nobody {}
    service = await smallService(Nobody, 'SELECT');
  });
  afterAll(async () => {
    await service.app.close();
    await dropDatabase();
  });

  it('claims nothing: the fact is heard again, and is not taken for one that was handled', async () => {
    const own = pool();
    const heard = { id: v7(), time: Date.now(), type: RideAccepted } as unknown as HeardRecord;
    const connect = async () => refusingBegin(await own.connect());
    const context = { pool: { connect }, tableOf: () => undefined, envelope: undefined } as unknown as UnitContext;
    const before = async (client: PoolClient) => {
      await claim(client, 'booking', [heard]);
      return [];
    };
    try {
      await expect(attempt(context, [], [], { before })).rejects.toBeInstanceOf(UnitFailed);
      const claimed: unknown[] = await service.runtime.data.query('SELECT FROM inbox WHERE event = $1', [heard.id]);
      expect(claimed).toHaveLength(0);
    } finally {
      await own.end();
    }
  });
});
