import { acceptances, Ledger, offerOf, rideOf, rideOn, type Acceptance } from '../support/ledger.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

/** Longer than the test: who waits for it, waits in vain. */
const LONG_MS = 3_600_000;

describe(promise(5), () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await Ledger.open({ retry: { backoff: [LONG_MS] } });
  });
  afterAll(() => ledger.close());

  it('goes on with the other keys of the batch, the partition and the service, and drains the key when it is due', async () => {
    const bad = acceptances(4, rideOn(0));
    // Half of them stand in the partition of the failing key.
    const others = Array.from({ length: 40 }, (_, n) => acceptances(2, rideOn(n % 2)));
    ledger.fail(bad[1]!, 1);
    const handled = async (round: number) => {
      const offers = await Promise.all(others.map((of) => ledger.seen(rideOf(of[0]!))));
      const failed = await ledger.query<object>('SELECT FROM failed_fact WHERE key <> $1', [
        Buffer.from(rideOf(bad[0]!)),
      ]);
      const count = offers.filter(({ length }) => length > round).length;
      return { count, failed: failed.length, waiting: ledger.waiting() };
    };
    const expectHandled = async (round: number) =>
      expect(
        await until(
          () => handled(round),
          ({ count, failed, waiting }) => count === others.length || failed > 0 || waiting !== null,
        ),
      ).toEqual({ count: others.length, failed: 0, waiting: null });
    const round = (n: number): Acceptance[] => others.map((of) => of[n]!);

    await ledger.saying.say([...bad.slice(0, 3), ...round(0)]);
    await expectHandled(0);
    await ledger.saying.say([bad[3]!, ...round(1)]);
    await expectHandled(1);
    const parked = await until(
      () => ledger.failed(rideOf(bad[0]!)),
      ({ length }) => length >= 3,
    );
    expect(parked.map(({ event, status }) => [event, status])).toEqual(bad.slice(1).map(({ id }) => [id, 'waiting']));
    expect(await ledger.seen(rideOf(bad[0]!))).toEqual([offerOf(bad[0]!)]);

    await ledger.hurry();
    expect(await ledger.allSeen(rideOf(bad[0]!), bad.length)).toEqual(bad.map(offerOf));
  });
});
