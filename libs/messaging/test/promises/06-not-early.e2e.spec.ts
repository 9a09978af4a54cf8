import { settings } from '@ride/configuration';
import { physicalTopic, retryTopic } from '@ride/events';
import { NonRetriable } from '../../src/index.js';
import { acceptances, Ledger, offerOf, rideOf, type Acceptance } from '../support/ledger.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

/** Longer apart than the looks for what is due; the last is longer than the test. */
const BACKOFF = [100, 500, 900, 3_600_000];

describe(promise(6), () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await Ledger.open({ retry: { backoff: BACKOFF, whenDead: 'release' } });
  });
  afterAll(() => ledger.close());

  it('waits longer after each attempt, and never shorter than it says', async () => {
    const [fact] = acceptances(1) as [Acceptance];
    ledger.fail(fact, 3);
    await ledger.saying.say([fact]);
    await ledger.allSeen(rideOf(fact), 1);
    const begun = ledger.begun(fact);
    const waits = begun.slice(1).map((time, n) => time - begun[n]!);
    expect(waits).toHaveLength(3);
    for (const [n, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(BACKOFF[n]!);
  });

  /** Until the fact has failed four times, and is due in an hour. */
  const failOften = async (fact: Acceptance): Promise<void> => {
    await until(
      () => ledger.failed(rideOf(fact)),
      (rows) => rows.some(({ event, attempts }) => event === fact.id && attempts === 4),
    );
  };

  it('runs nothing early, whoever asks for it', async () => {
    const [fact] = acceptances(1) as [Acceptance];
    ledger.fail(fact, 4);
    await ledger.saying.say([fact]);
    await failOften(fact);
    const [{ id } = { id: '' }] = await ledger.failed(rideOf(fact));
    const about = { subscription: 'booking', topic: 'rides.v1', fact: id, attempts: '4', due: String(Date.now()) };
    const headers = Object.entries(about).map(([name, text]) => [`retry-${name}`, Buffer.from(text)] as const);
    const topic = physicalTopic(retryTopic('booking').name, settings().namespace);
    await ledger.saying.send([{ topic, key: Buffer.from(rideOf(fact)), value: null, headers }]);
    await ledger.caughtUp('booking.retry', 'booking.retry.v1');
    expect(ledger.begun(fact)).toHaveLength(4);
  });

  it('stops in front of a fact that is not due, when one before it is replayed', async () => {
    const [first, second] = acceptances(2) as [Acceptance, Acceptance];
    ledger.fail(first, 1, new NonRetriable('never', 'never'));
    ledger.fail(second, 4);
    await ledger.saying.say([first, second]);
    await failOften(second);
    const [dead] = await ledger.stand(rideOf(first), 'dead', 'waiting');
    await ledger.putBack(dead!.id);
    const rows = await until(
      () => ledger.failed(rideOf(first)),
      ([head]) => head?.status === 'replayed',
    );
    expect(rows.map(({ event, status }) => [event, status])).toEqual([
      [first.id, 'replayed'],
      [second.id, 'waiting'],
    ]);
    await ledger.caughtUp('booking.retry', 'booking.retry.v1');
    expect(await ledger.seen(rideOf(first))).toEqual([offerOf(first)]);
    expect(ledger.begun(second)).toHaveLength(4);
    await ledger.hurry();
    expect(await ledger.allSeen(rideOf(first), 2)).toEqual([offerOf(first), offerOf(second)]);
  });
});
