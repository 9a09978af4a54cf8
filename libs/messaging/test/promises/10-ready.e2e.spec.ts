import { v7 } from 'uuid';
import type { TroubleCode } from '../../src/index.js';
import { acceptances, Ledger, offerOf, rideOf, type Acceptance } from '../support/ledger.js';
import { until, type SmallService } from '../support/small-service.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { promise } from './promises.js';

const PATIENCE_MS = 30_000;

const proxyTo = (variable: string): Promise<TcpProxy> => {
  const address = process.env[variable] ?? '';
  return TcpProxy.to(Number(new URL(address.includes('://') ? address : `tcp://${address}`).port));
};
const through = (variable: string, { port }: TcpProxy): string => {
  const url = new URL(process.env[variable] ?? '');
  return Object.assign(url, { port: String(port) }).href.replace(/\/$/, '');
};

describe(promise(10), () => {
  let ledger: Ledger;
  let stores: Record<'database' | 'broker' | 'registry', TcpProxy>;

  beforeAll(async () => {
    const [database, broker, registry] = await Promise.all(
      ['RIDE_POSTGRES_URL', 'RIDE_KAFKA_BROKERS', 'RIDE_SCHEMA_REGISTRY_URL'].map(proxyTo),
    );
    stores = { database: database!, broker: broker!, registry: registry! };
    ledger = await Ledger.open(
      { socketFactory: stores.broker.socketFactory, retry: { backoff: [50] } },
      {
        RIDE_POSTGRES_URL: through('RIDE_POSTGRES_URL', stores.database),
        RIDE_SCHEMA_REGISTRY_URL: through('RIDE_SCHEMA_REGISTRY_URL', stores.registry),
      },
    );
    await ready();
  });
  afterAll(async () => {
    await ledger.close();
    await Promise.all(Object.values(stores).map((proxy) => proxy.close()));
  });

  afterEach(() => {
    for (const proxy of Object.values(stores)) proxy.restore();
  });

  const troubles = (service: SmallService = ledger.first) => Promise.resolve(service.runtime.probes.ready().troubles);
  const ready = () => until(troubles, ({ length }) => length === 0, PATIENCE_MS);
  const inTrouble = (code: TroubleCode) =>
    until(troubles, (all) => all.some((trouble) => trouble.code === code), PATIENCE_MS);

  it.each([
    ['the database', 'database', ['database_unreachable']],
    ['the broker', 'broker', ['broker_unreachable', 'consumer_not_joined']],
  ] as const)(
    'is not ready while %s is out of reach, names no address, and is ready again by itself',
    async (_, store, codes) => {
      stores[store].refuse();
      for (const code of codes) await inTrouble(code);
      const told = (await troubles()).map(({ part, what }) => `${part}: ${what}`).join(' ');
      expect(told).not.toMatch(/127\.0\.0\.1|:\d|localhost|@|password|ECONN/);
      expect(ledger.first.runtime.probes.live().troubles).toEqual([]);
      stores[store].restore();
      await ready();
    },
  );

  it('is not ready while a fact waits for the registry, and ready again by itself', async () => {
    const [said] = acceptances(1) as [Acceptance];
    stores.registry.refuse();
    await ledger.saying.say([{ ...said, value: Buffer.from([0, 0, 98, 150, 127, 7]) }]);
    expect(await inTrouble('waits_in_place')).toMatchObject([{ what: expect.stringContaining('the schema registry') }]);
    stores.registry.restore();
    await ready();
    await ledger.stand(rideOf(said), 'dead');
  });

  it.each([
    ['waits_in_place', 'a pool is exhausted', Object.assign(new Error('too many clients'), { code: '53300' })],
    ['waits_in_place', 'Redis is away', Object.assign(new Error('away'), { code: 'ECONNREFUSED' })],
  ] as const)('%s: is not ready while %s, and ready again by itself', async (code, _, error) => {
    const [said] = acceptances(1) as [Acceptance];
    ledger.fail(said, Number.POSITIVE_INFINITY, error);
    await ledger.saying.say([said]);
    await inTrouble(code);
    ledger.fail(said, 0);
    expect(await ledger.allSeen(rideOf(said), 1)).toEqual([offerOf(said)]);
    await ready();
  });

  it('is not ready while failed facts can’t be parked, and ready again by itself', async () => {
    const [said] = acceptances(1) as [Acceptance];
    ledger.fail(said, Number.POSITIVE_INFINITY);
    await ledger.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no parking' USING ERRCODE = 'unique_violation'; END $$`);
    await ledger.query('CREATE TRIGGER refuse BEFORE INSERT ON failed_fact FOR EACH ROW EXECUTE FUNCTION refuse()');
    await ledger.saying.say([said]);
    await inTrouble('parking_impossible');
    await ledger.query('DROP TRIGGER refuse ON failed_fact');
    await ready();
    ledger.fail(said, 0);
    await ledger.allSeen(rideOf(said), 1);
  });

  it('is not ready while its database lacks a migration', async () => {
    const [last] = await ledger.query<{ name: string; timestamp: string }>(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING name, timestamp',
    );
    expect(await inTrouble('migrations_missing')).toMatchObject([{ what: `Not done: ${last?.name}.` }]);
    await ledger.query('INSERT INTO migrations (name, timestamp) VALUES ($1, $2)', [last?.name, last?.timestamp]);
    await ready();
  });

  it('is not ready from the moment at which it is told to stop, and alive until it has', async () => {
    const [said] = acceptances(1, v7()) as [Acceptance];
    const { go } = ledger.hold(said);
    await ledger.saying.say([said]);
    await until(
      () => Promise.resolve(ledger.begun(said)),
      ({ length }) => length > 0,
    );
    const service = ledger.first;
    const stopped = ledger.stop(service);
    await until(
      () => troubles(service),
      (all) => all.some(({ code }) => code === 'draining'),
    );
    expect(service.runtime.probes.live().troubles).toEqual([]);
    go();
    await stopped;
    await ledger.start();
    await ready();
  });
});
