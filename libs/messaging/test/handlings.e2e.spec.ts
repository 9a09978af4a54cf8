import { settings } from '@ride/configuration';
import { FactsHandled, handledIn, openSchemas, RideAccepted, type Handled } from '@ride/events';
import { about, EffectsWorld } from './support/effects-world.js';
import { acceptances, answersIn, Ledger } from './support/ledger.js';
import { LogTap } from './support/log-tap.js';
import { until } from './support/small-service.js';

type Told = Handled & { readonly subscription: string };

/** What the log says was handled. */
async function handledAsTold(tap: LogTap): Promise<readonly Told[]> {
  const { registry, namespace } = settings();
  const schemas = openSchemas({ registryUrl: registry.url, namespace });
  const records = tap.of('handlings.v1');
  await schemas.prepare(records.map(({ value }) => value!));
  // The relay may say it twice: it is the same saying then.
  const once = new Map(records.map(({ headers, value }) => [headers['ce_id'], value!]));
  return [...once.values()].flatMap((value) => {
    const { subscription, began, handled } = schemas.decode(FactsHandled, value);
    return handledIn(began, handled).map((each) => ({ ...each, subscription }));
  });
}

beforeEach(() => {
  delete process.env['RIDE_HANDLINGS'];
});

const untilTold = (tap: LogTap, count: number) =>
  until(
    () => handledAsTold(tap),
    (told) => told.length >= count,
  );

describe('what a service has handled', () => {
  let ledger: Ledger;
  let tap: LogTap;

  afterEach(async () => {
    await tap.stop();
    await ledger.close();
  });

  it('is said once for each fact, with who, when and in which attempt; many facts in one record', async () => {
    ledger = await Ledger.open({}, { RIDE_RETRY_BACKOFF_MS: '50,50' });
    tap = await ledger.tap('rides.v1', 'handlings.v1', 'booking.dead-letters.v1');
    const begin = Date.now();
    const [good, shaky, dead] = [acceptances(200), acceptances(3), acceptances(1)];
    ledger.fail(shaky[1]!, 1);
    ledger.fail(dead[0]!, 99);
    await ledger.saying.say([...good, ...shaky, ...dead, good[0]!]);
    const told = await untilTold(tap, good.length + shaky.length);
    await tap.find('booking.dead-letters.v1', ({ key }) => key === dead[0]!.fact.data.rideId);

    expect(told.map(({ event }) => event).sort()).toEqual([...good, ...shaky].map(({ id }) => id).sort());
    for (const { event, attempt, handler, at, tookMs, subscription, correlationId } of told) {
      const said = [...good, ...shaky].find(({ id }) => id === event)!;
      expect({ subscription, handler, correlationId }).toEqual({
        ...{ subscription: 'booking', handler: 'LedgerHandlers.accept' },
        correlationId: said.fact.data.rideId,
      });
      expect(attempt).toBe(event === shaky[1]!.id ? 2 : 1);
      expect(at).toBeGreaterThanOrEqual(begin);
      expect(tookMs).toBeGreaterThan(0);
    }
    expect(tap.of('handlings.v1').length).toBeLessThan(50);
    expect(answersIn(tap).size).toBe(good.length + shaky.length);
  });

  it('leaves in the end, when nothing else is said', async () => {
    ledger = await Ledger.open();
    tap = await ledger.tap('handlings.v1');
    await ledger.saying.say(acceptances(2));
    await untilTold(tap, 2);
    await until(
      () => ledger.query('SELECT id FROM outbox'),
      ({ length }) => length === 0,
    );
  });

  it('is not said where RIDE_HANDLINGS is off', async () => {
    ledger = await Ledger.open({}, { RIDE_HANDLINGS: 'off' });
    tap = await ledger.tap('rides.v1', 'handlings.v1');
    const said = acceptances(5);
    await ledger.saying.say(said);
    await until(
      () => Promise.resolve(answersIn(tap).size),
      (size) => size === said.length,
    );
    expect(await ledger.query("SELECT id FROM outbox WHERE topic = 'handlings.v1'")).toEqual([]);
    expect(tap.of('handlings.v1')).toEqual([]);
  });
});

describe('what an effect has done', () => {
  it('is said with the mark that it is done, and with the attempt that did it', async () => {
    const world = await EffectsWorld.open();
    const tap = await LogTap.on(world.saying.log, 'handlings.v1');
    const [first, second] = about(RideAccepted, 2);
    world.fail(first!, 1);
    await world.say(first!, second!);
    const told = await untilTold(tap, 2);
    const attempts = new Map(told.map(({ event, attempt }) => [event, attempt]));
    expect(attempts).toEqual(
      new Map([
        [first!.id, 2],
        [second!.id, 1],
      ]),
    );
    for (const { subscription, handler } of told)
      expect({ subscription, handler }).toEqual({
        subscription: 'notification.calls',
        handler: 'TellingHandlers.tell',
      });
    await tap.stop();
    await world.close();
  });
});
