import { settings } from '@ride/configuration';
import { InstanceReported, openSchemas, type Schemas } from '@ride/events';
import { NonRetriable } from '../src/index.js';
import { acceptances, Ledger, rideOf } from './support/ledger.js';
import type { LogTap } from './support/log-tap.js';
import { until } from './support/small-service.js';
import { TcpProxy } from './support/tcp-proxy.js';

/** A report counts at most every 10 s. */
const PATIENCE_MS = 30_000;

describe('an instance', () => {
  let ledger: Ledger;
  let broker: TcpProxy;
  let tap: LogTap;
  let schemas: Schemas;

  beforeAll(async () => {
    const [address = ''] = (process.env['RIDE_KAFKA_BROKERS'] ?? '').split(',');
    broker = await TcpProxy.to(Number(address.split(':').at(-1)));
    ledger = await Ledger.open({ socketFactory: broker.socketFactory, retry: { backoff: [50] } });
    const { registry, namespace } = settings();
    schemas = openSchemas({ registryUrl: registry.url, namespace });
    tap = await ledger.tap('instances.v1');
  });
  afterAll(async () => {
    broker.restore();
    await tap.stop();
    await ledger.close();
    await broker.close();
  });

  const reports = async (): Promise<readonly InstanceReported[]> => {
    const records = tap.of('instances.v1');
    await schemas.prepare(records.flatMap(({ value }) => (value ? [value] : [])));
    return records.map(({ value, headers }) => ({
      type: 'InstanceReported',
      time: Date.parse(headers['ce_time'] ?? ''),
      data: schemas.decode(InstanceReported, value!),
    }));
  };
  const latest = async () => (await reports()).at(-1);
  const latestIs = (fits: (report: InstanceReported['data']) => boolean) =>
    until(latest, (report) => report !== undefined && fits(report.data), PATIENCE_MS) as Promise<InstanceReported>;

  it('tells again and again that it lives, in its order, and how it is', async () => {
    await latestIs(({ state }) => state === 'ready');
    const all = await until(reports, ({ length }) => length >= 4, PATIENCE_MS);
    expect(new Set(all.map(({ data }) => data.instanceId)).size).toBe(1);
    expect(all.map(({ time }) => time)).toEqual(all.map(({ time }) => time).toSorted((a, b) => a - b));
    const [{ time }, last] = [all[0]!, all.at(-1)!];
    expect((last.time - time) / (all.length - 1)).toBeGreaterThan(1_500);
    expect(last.data).toMatchObject({
      ...{ service: 'booking', pid: process.pid, version: 'development', state: 'ready', troubles: '' },
      ...{ breaks: 0, outboxOldest: 0, outboxRefused: 0 },
    });
    expect(last.data.rss).toBeGreaterThan(50_000_000);
    expect(last.data.startedAt).toBeLessThanOrEqual(time);
  });

  it('counts what its database holds back', async () => {
    const dead = acceptances(1)[0]!;
    ledger.fail(dead, 1, new NonRetriable('never_handled', 'never'));
    await ledger.saying.say([dead]);
    await ledger.stand(rideOf(dead), 'dead');
    const { data } = await latestIs(({ failedDead }) => failedDead === 1);
    expect(data).toMatchObject({ outboxWaiting: 0, failedDead: 1 });
  });

  it('drops what it can’t say, and neither waits for it nor says it late', async () => {
    const before = (await latest())!;
    broker.refuse();
    const away = Date.now();
    await until(
      async () => ledger.first.runtime.probes.ready().troubles.map(({ code }) => code),
      (codes) => codes.includes('broker_unreachable'),
      PATIENCE_MS,
    );
    // A request is answered meanwhile, as ever.
    await ledger.ask(acceptances(1)[0]!);
    const back = Date.now();
    broker.restore();
    await until(latest, (report) => report!.time > back, PATIENCE_MS);
    const late = (await reports()).filter(({ time }) => time > away && time < back);
    // The one that was on its way may arrive.
    expect(late.length).toBeLessThanOrEqual(1);
    expect((back - away) / 2_000).toBeGreaterThan(3);
    await latestIs(({ instanceId, state }) => state === 'ready' && instanceId === before.data.instanceId);
  });

  it('tells of its trouble by a code', async () => {
    await ledger.query(`ALTER TABLE migrations RENAME TO elsewhere`);
    expect((await latestIs(({ state }) => state === 'troubled')).data.troubles).toContain('migrations_missing');
    await ledger.query(`ALTER TABLE elsewhere RENAME TO migrations`);
    await latestIs(({ state }) => state === 'ready');
  });

  it('says at last that it has stopped', async () => {
    await ledger.stop();
    await latestIs(({ state }) => state === 'stopped');
  });
});
