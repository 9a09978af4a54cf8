import { NotificationSent, RideAccepted } from '@ride/events';
import { newTraceparent, traceIdOf } from '@ride/observability';
import pg from 'pg';
import { v7 } from 'uuid';
import { putBack } from '../../src/dead-letters/put-back.js';
import { databaseUrl, Effect, On, type Heard, type Tx } from '../../src/index.js';
import { LogTap, type Tapped } from '../support/log-tap.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from '../support/small-service.js';
import { promise } from './promises.js';

const SERVICE = 'notification';
const [SAID, RETRIES, LETTERS] = ['notifications.v1', `${SERVICE}.retry.v1`, `${SERVICE}.dead-letters.v1`] as const;
const BACKOFF = [40, 40];
const MOST = 1 + BACKOFF.length;
const EFFECT = { name: 'calls', deadlineMs: 10_000, greatestAgeMs: 3_600_000, retry: { backoff: BACKOFF } };

/** How often each handler shall fail yet, by the fact's offer. */
const failures = new Map<string, number>();

class TellingHandlers {
  @On(RideAccepted)
  tell(fact: Heard<typeof RideAccepted>, tx: Tx): Promise<void> {
    return Promise.resolve(tx.publish(this.told(fact, 'in_app')));
  }
  @Effect(EFFECT, RideAccepted)
  call(fact: Heard<typeof RideAccepted>): Promise<ReturnType<typeof NotificationSent>> {
    return Promise.resolve(this.told(fact, 'webhook'));
  }
  private told(
    { id, data: { driverId, offerId } }: Heard<typeof RideAccepted>,
    channel: 'in_app' | 'webhook',
  ): ReturnType<typeof NotificationSent> {
    const key = `${channel} ${offerId}`;
    const left = failures.get(key) ?? 0;
    failures.set(key, left - 1);
    if (left > 0) throw new Error('not yet');
    return NotificationSent({ recipientId: driverId, about: { factId: id, fact: 'RideAccepted' }, channel });
  }
}

/** Of a handler in a unit of work, and of an effect. */
describe(promise(11), () => {
  let service: SmallService;
  let saying: Saying;
  let tap: LogTap;

  beforeAll(async () => {
    ownNamespace();
    await createDatabase(SERVICE);
    service = await smallService(TellingHandlers, 'SELECT', SERVICE, { retry: { backoff: BACKOFF } });
    await service.app.listen();
    saying = await Saying.open();
    tap = await LogTap.on(saying.log, SAID, RETRIES, LETTERS);
  });
  afterAll(async () => {
    await tap.stop();
    await service.app.close();
    await saying.close();
    await dropDatabase(SERVICE);
  });

  const fact = (failing: number) => {
    const [driverId, offerId] = [v7(), v7()];
    for (const channel of ['in_app', 'webhook']) failures.set(`${channel} ${offerId}`, failing);
    return {
      id: v7(),
      fact: RideAccepted({ rideId: v7(), driverId, offerId }),
      correlationId: v7(),
      causationId: v7(),
      traceparent: newTraceparent(),
      tracestate: 'vendor=opaque',
    };
  };
  type Said = ReturnType<typeof fact>;
  const copies = (topic: string, { id }: Said, count: number): Promise<readonly Tapped[]> =>
    until(
      () => Promise.resolve(tap.of(topic).filter(({ headers }) => headers['ce_id'] === id)),
      ({ length }) => length >= count,
    );
  const expectSameIds = (records: readonly Tapped[], { correlationId, causationId, traceparent, tracestate }: Said) => {
    const ids = { ce_correlationid: correlationId, ce_causationid: causationId, traceparent, tracestate };
    for (const { headers } of records) expect(headers).toMatchObject(ids);
  };
  /** Both handlers have said what follows from the fact: in its trace, with its correlation, because of it. */
  const expectAnswers = async (said: Said): Promise<void> => {
    const answers = await until(
      () => Promise.resolve(tap.of(SAID).filter(({ key }) => key === said.fact.data.driverId)),
      (all) => new Set(all.map(({ headers }) => headers['ce_id'])).size >= 2,
    );
    for (const { headers } of answers) {
      const { ce_correlationid, ce_causationid, traceparent = '', tracestate } = headers;
      expect([ce_correlationid, ce_causationid, tracestate]).toEqual([said.correlationId, said.id, said.tracestate]);
      expect(traceIdOf(traceparent)).toBe(traceIdOf(said.traceparent));
      expect(traceparent).not.toBe(said.traceparent);
    }
  };

  it('through the outbox', async () => {
    const said = fact(0);
    await saying.say([said]);
    await expectAnswers(said);
  });

  it('through retries', async () => {
    const said = fact(BACKOFF.length);
    await saying.say([said]);
    expectSameIds(await copies(RETRIES, said, 2 * BACKOFF.length), said);
    await expectAnswers(said);
  });

  it('through dead letters and their replay', async () => {
    const said = fact(MOST);
    await saying.say([said]);
    expectSameIds(await copies(LETTERS, said, 2), said);
    const client = new pg.Client({ connectionString: databaseUrl(SERVICE) });
    await client.connect();
    const dead = `SELECT id::text AS id FROM failed_fact WHERE event = $1 AND status = 'dead'`;
    const { rows } = await client.query<{ id: string }>(dead, [said.id]);
    expect(rows).toHaveLength(2);
    const order = { who: v7(), reason: null, acceptOvertaken: true };
    for (const { id } of rows) await putBack(client, [id], order);
    await client.end();
    await expectAnswers(said);
  });
});
