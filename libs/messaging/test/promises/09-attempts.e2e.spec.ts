import { NonRetriable } from '../../src/index.js';
import { acceptances, Ledger, offerOf, rideOf, rideOn, type Acceptance } from '../support/ledger.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

const BACKOFF = [40, 40, 40];
const MOST = 1 + BACKOFF.length;

describe(promise(9), () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await Ledger.open({ retry: { backoff: BACKOFF } });
  });
  afterAll(() => ledger.close());

  it('gives each fact of a key all its attempts, whatever the others of it have used up', async () => {
    const facts = acceptances(4);
    for (const fact of facts) ledger.fail(fact, BACKOFF.length);
    await ledger.saying.say(facts);
    const look = async () => {
      const dead = (await ledger.failed(rideOf(facts[0]!))).filter(({ status }) => status === 'dead');
      return [await ledger.seen(rideOf(facts[0]!)), dead.length] as const;
    };
    const ended = await until(look, ([seen, dead]) => seen.length === facts.length || dead > 0);
    expect(ended).toEqual([facts.map(offerOf), 0]);
  });

  it('gives a fact that is replayed all its attempts again, and tells of all together', async () => {
    const [fact] = acceptances(1) as [Acceptance];
    ledger.fail(fact, MOST + BACKOFF.length);
    await ledger.saying.say([fact]);
    const [dead] = await ledger.stand(rideOf(fact), 'dead');
    expect(dead).toMatchObject({ attempts: MOST });
    await ledger.putBack(dead!.id);
    const [replayed] = await until(
      () => ledger.failed(rideOf(fact)),
      ([row]) => row?.status === 'replayed' || (row?.status === 'dead' && row.attempts > MOST),
    );
    expect(replayed).toMatchObject({ status: 'replayed', attempts: MOST + BACKOFF.length });
    expect(await ledger.seen(rideOf(fact))).toEqual([offerOf(fact)]);
  });

  it('tries only once what trying again cannot help', async () => {
    const [fact] = acceptances(1) as [Acceptance];
    ledger.fail(fact, MOST, new NonRetriable('account_closed', 'there is nobody any more'));
    await ledger.saying.say([fact]);
    const [dead] = await ledger.stand(rideOf(fact), 'dead');
    expect(dead).toMatchObject({ attempts: 1, code: 'account_closed' });
    expect(ledger.begun(fact)).toHaveLength(1);
  });

  it('outlives any number of errors: hundreds of facts that fail as often as they can', async () => {
    const facts = Array.from({ length: 240 }, (_, n) => acceptances(1, rideOn(n % 4))[0]!);
    for (const [n, fact] of facts.entries()) ledger.fail(fact, n % 2 === 0 ? MOST : BACKOFF.length);
    for (let from = 0; from < facts.length; from += 20) await ledger.saying.say(facts.slice(from, from + 20));
    for (const [n, fact] of facts.entries())
      if (n % 2 === 0) await ledger.stand(rideOf(fact), 'dead');
      else await ledger.allSeen(rideOf(fact), 1);
    const { consumers } = ledger.first.runtime.health();
    expect(consumers.map(({ ok, reason }) => [ok, reason])).toEqual(consumers.map(() => [true, null]));
    const [after] = acceptances(1) as [Acceptance];
    await ledger.saying.say([after]);
    expect(await ledger.allSeen(rideOf(after), 1)).toEqual([offerOf(after)]);
  });
});
