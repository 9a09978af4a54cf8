import { settings } from '@ride/configuration';
import { physicalTopic, retryTopic } from '@ride/events';
import { NonRetriable } from '../../src/index.js';
import { acceptances, Ledger, offerOf, rideOf, type Acceptance } from '../support/ledger.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

describe(promise(3), () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await Ledger.open({ retry: { backoff: [40, 80, 120], whenDead: 'hold' } });
  });
  afterAll(() => ledger.close());

  const expectInOrder = async (facts: readonly Acceptance[]): Promise<void> =>
    expect(await ledger.allSeen(rideOf(facts[0]!), facts.length)).toEqual(facts.map(offerOf));

  it('in one batch', async () => {
    const facts = acceptances(500);
    await ledger.saying.say(facts);
    await expectInOrder(facts);
  });

  it('across retries, also when several facts of a key fail, and later ones come meanwhile', async () => {
    const facts = acceptances(12);
    for (const n of [1, 2, 7]) ledger.fail(facts[n]!, 3);
    await ledger.saying.say(facts.slice(0, 4));
    // What stands behind the failed one is written down with it.
    const parked = await until(
      () => ledger.failed(rideOf(facts[0]!)),
      (rows) => rows.length > 0,
    );
    expect(parked.map(({ event }) => event)).toEqual([1, 2, 3].map((n) => facts[n]!.id));
    await ledger.saying.say(facts.slice(4, 8));
    await ledger.saying.say(facts.slice(8));
    await expectInOrder(facts);
  });

  it('not past a dead fact that holds its key, whoever asks for what is behind it', async () => {
    const facts = acceptances(3);
    ledger.fail(facts[0]!, 1, new NonRetriable('never', 'never'));
    await ledger.saying.say(facts);
    const [dead, next] = await ledger.stand(rideOf(facts[0]!), 'dead', 'waiting', 'waiting');
    // As a retry record that was on its way while the key became held.
    const about = {
      subscription: 'booking',
      topic: 'rides.v1',
      fact: next!.id,
      attempts: '0',
      due: String(Date.now()),
    };
    const headers = Object.entries(about).map(([name, text]) => [`retry-${name}`, Buffer.from(text)] as const);
    const topic = physicalTopic(retryTopic('booking').name, settings().namespace);
    await ledger.saying.send([{ topic, key: Buffer.from(rideOf(facts[0]!)), value: null, headers }]);
    await ledger.caughtUp('booking.retry', 'booking.retry.v1');
    expect(await ledger.seen(rideOf(facts[0]!))).toEqual([]);
    await ledger.putBack(dead!.id);
    await expectInOrder(facts);
  });

  it('when its key is released between the look and the parking: a later fact is handled, and not left behind', async () => {
    const [first, later] = acceptances(2) as [Acceptance, Acceptance];
    const key = Buffer.from(rideOf(first));
    ledger.fail(first, Number.POSITIVE_INFINITY);
    await ledger.saying.say([first]);
    await ledger.stand(rideOf(first), 'waiting');
    // Somebody handles it and is about to release the key, while the later fact is parked behind it.
    const release = await ledger.begin();
    await release.query('DELETE FROM failed_fact WHERE key = $1', [key]);
    await release.query('DELETE FROM blocked_key WHERE key = $1', [key]);
    await ledger.saying.say([later]);
    await until(
      async () => [await ledger.waitingForLocks('failed_fact'), await ledger.failed(rideOf(later))] as const,
      ([waiting, parked]) => waiting > 0 || parked.some(({ event }) => event === later.id),
    );
    await release.query('COMMIT');
    release.release();
    const [offers, parked] = await until(
      () => Promise.all([ledger.seen(rideOf(later)), ledger.failed(rideOf(later))]),
      (found) => found.some(({ length }) => length > 0),
    );
    expect([offers, parked]).toEqual([[offerOf(later)], []]);
  });

  it('across a restart while facts wait', async () => {
    const facts = acceptances(4);
    ledger.fail(facts[0]!, 2);
    await ledger.saying.say(facts.slice(0, 3));
    await ledger.stand(rideOf(facts[0]!), 'waiting', 'waiting', 'waiting');
    const before = ledger.first;
    await ledger.start();
    await ledger.stop(before);
    await ledger.saying.say(facts.slice(3));
    await expectInOrder(facts);
  });

  it('across rebalances, while every twentieth fact fails once', async () => {
    const rides = Array.from({ length: 40 }, () => acceptances(30));
    const facts = Array.from({ length: 30 }, (_, n) => rides.map((ride) => ride[n]!)).flat();
    for (const [n, fact] of facts.entries()) if (n % 20 === 0) ledger.fail(fact, 1);
    const saying = (async () => {
      for (let from = 0; from < facts.length; from += 40) await ledger.saying.say(facts.slice(from, from + 40));
    })();
    const second = await ledger.start();
    await saying;
    for (const ride of rides.slice(0, 20)) await expectInOrder(ride);
    await ledger.stop(second);
    for (const ride of rides.slice(20)) await expectInOrder(ride);
  });
});
