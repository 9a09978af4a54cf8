import { settings } from '@ride/configuration';
import { acceptances, answersIn, Ledger, offerOf, rideOf } from '../support/ledger.js';
import type { LogTap } from '../support/log-tap.js';
import { until } from '../support/small-service.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { promise } from './promises.js';

/** The client's simple query, and the server's answer to it, as PostgreSQL's protocol has them. */
const COMMIT = Buffer.from('Q\0\0\0\x0bCOMMIT\0');
const COMMITTED = Buffer.from('C\0\0\0\x0bCOMMIT\0');

describe(promise(2), () => {
  let ledger: Ledger;
  let tap: LogTap;
  let proxy: TcpProxy;

  beforeAll(async () => {
    const server = new URL(settings().postgres.url);
    proxy = await TcpProxy.to(Number(server.port), server.hostname);
    server.port = String(proxy.port);
    ledger = await Ledger.open({}, { RIDE_POSTGRES_URL: server.href });
    tap = await ledger.tap('rides.v1');
  });
  afterAll(async () => {
    await tap.stop();
    await ledger.close();
    await proxy.close();
  });

  it.each([
    ['before it reaches the server', COMMIT, 'to server'],
    ['when it has committed and not answered yet', COMMITTED, 'to client'],
  ] as const)('holds when the connection is cut in the middle of COMMIT, %s', async (_, bytes, direction) => {
    const facts = acceptances(20);
    const rideId = rideOf(facts[0]!);
    for (let from = 0; from < facts.length; from += 5) {
      const cut = Promise.withResolvers<void>();
      proxy.cutWhen((passing, to) => {
        const is = to === direction && passing.includes(bytes);
        if (is) cut.resolve();
        return is;
      });
      await ledger.saying.say(facts.slice(from, from + 5));
      await cut.promise;
    }
    expect(await ledger.allSeen(rideId, facts.length)).toEqual(facts.map(offerOf));
    const answers = await until(
      () => Promise.resolve(answersIn(tap)),
      (all) => facts.every(({ id }) => all.has(id)),
    );
    for (const { id } of facts) expect(answers.get(id)).toHaveLength(1);
    expect(await ledger.failed(rideId)).toEqual([]);
  });
});
