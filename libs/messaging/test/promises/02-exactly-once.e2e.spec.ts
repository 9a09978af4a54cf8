import { v7 } from 'uuid';
import { acceptances, answersIn, Ledger, offerOf, rideOf, type Acceptance } from '../support/ledger.js';
import type { LogTap } from '../support/log-tap.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

describe(promise(2), () => {
  let ledger: Ledger;
  let tap: LogTap;

  beforeAll(async () => {
    ledger = await Ledger.open();
    tap = await ledger.tap('rides.v1');
  });
  afterAll(async () => {
    await tap.stop();
    await ledger.close();
  });

  /** Every fact stands in the ledger once, and was answered once. */
  const expectOnce = async (facts: readonly Acceptance[]): Promise<void> => {
    for (const [rideId, of] of Map.groupBy(facts, rideOf))
      expect([...(await ledger.allSeen(rideId, of.length))].sort()).toEqual(of.map(offerOf).sort());
    const answers = await until(
      () => Promise.resolve(answersIn(tap)),
      (all) => facts.every(({ id }) => all.has(id)),
    );
    for (const { id } of facts) expect(answers.get(id)).toHaveLength(1);
  };

  it('handles a duplicate within one batch, and one that comes later, once', async () => {
    const [fact, next, last] = acceptances(3) as [Acceptance, Acceptance, Acceptance];
    await ledger.saying.say([fact, fact, next]);
    await ledger.allSeen(rideOf(fact), 2);
    await ledger.saying.say([next, fact, last]);
    expect(await ledger.allSeen(rideOf(fact), 3)).toEqual([fact, next, last].map(offerOf));
    await expectOnce([fact, next, last]);
  });

  it('keeps both changes when two facts of one batch change the same row', async () => {
    const driverId = v7();
    const facts = Array.from({ length: 300 }, () => acceptances(1, v7(), driverId)[0]!);
    await ledger.saying.say(facts);
    await until(
      () => ledger.query('SELECT FROM ledger WHERE id = ANY($1)', [facts.map(rideOf)]),
      (rides) => rides.length === facts.length,
    );
    const offers = await ledger.seen(driverId);
    expect(new Set(offers)).toEqual(new Set(facts.map(offerOf)));
    expect(offers).toHaveLength(facts.length);
  });

  it('counts nothing of a handler that fails, before it is tried again', async () => {
    const [fact, other] = [acceptances(1)[0]!, acceptances(1)[0]!];
    ledger.fail(fact, 1);
    await ledger.saying.say([fact, other]);
    await ledger.allSeen(rideOf(other), 1);
    const [written, parked] = await until(
      () => Promise.all([ledger.seen(rideOf(fact)), ledger.failed(rideOf(fact))]),
      (found) => found.some(({ length }) => length > 0),
    );
    expect([written, parked.length, answersIn(tap).has(fact.id)]).toEqual([[], 1, false]);
    await ledger.hurry();
    await expectOnce([fact, other]);
  });

  it('holds while instances come and go under load', async () => {
    const rides = Array.from({ length: 60 }, () => acceptances(30));
    const facts = Array.from({ length: 30 }, (_, n) => rides.map((ride) => ride[n]!)).flat();
    const saying = (async () => {
      for (let from = 0; from < facts.length; from += 60) await ledger.saying.say(facts.slice(from, from + 60));
    })();
    const second = await ledger.start();
    const third = await ledger.start();
    await ledger.stop(second);
    await saying;
    await expectOnce(facts);
    await ledger.stop(third);
    for (const ride of rides) expect(await ledger.seen(rideOf(ride[0]!))).toEqual(ride.map(offerOf));
  });
});
