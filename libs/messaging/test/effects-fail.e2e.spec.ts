import { NotificationFailed, RideAccepted, RideAcceptanceRefused, RideDeclined, physicalTopic } from '@ride/events';
import { settings } from '@ride/configuration';
import pg from 'pg';
import { v7 } from 'uuid';
import { putBack } from '../src/dead-letters/put-back.js';
import { databaseUrl, NonRetriable } from '../src/index.js';
import { about, BACKOFF, EffectsWorld, offerOf, rideOf, type Said } from './support/effects-world.js';
import { until } from './support/small-service.js';

const offers = (said: readonly Said[]) => said.map(offerOf);

async function putBackIn(id: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('notification') });
  await client.connect();
  await putBack(client, [id], { who: v7(), reason: null, acceptOvertaken: true }).finally(() => client.end());
}

describe('effects that fail', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
  });
  afterAll(() => world.close());

  it('are tried again when they are due, with the same idempotency key and the number of the attempt', async () => {
    const [said] = about(RideAccepted, 1) as [Said];
    world.fail(said, BACKOFF.length);
    await world.say(said);
    const calls = await world.called(said, 3);
    await world.free(said);
    expect(calls.map(({ key, attempt }) => [key, attempt])).toEqual([1, 2, 3].map((attempt) => [said.id, attempt]));
    const waits = calls.slice(1).map(({ at }, n) => at - calls[n]!.at);
    for (const [n, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(BACKOFF[n]!);
    expect(await world.failed(said)).toEqual([]);
    expect(await world.answers(said)).toHaveLength(1);
  });

  it('keep the order of their key, whose later facts wait, and delay no other key', async () => {
    const ride = about(RideAccepted, 30);
    const others = Array.from({ length: 20 }, () => about(RideAccepted, 1)[0]!);
    world.fail(ride[1]!, 2);
    world.fail(ride[20]!, 1);
    await world.say(...ride.slice(0, 3), ...others, ...ride.slice(3, 6));
    await world.allMarked(...others, ...ride.slice(0, 6));
    expect(world.calls(...ride.slice(2))).toEqual([]);
    await world.say(...ride.slice(6));
    await world.called(ride.at(-1)!);
    await world.free(ride[0]!);
    const [a, b] = [ride[1]!, ride[20]!].map(offerOf) as [string, string];
    const expected = ride.flatMap((said) =>
      offerOf(said) === a ? [a, a, a] : offerOf(said) === b ? [b, b] : [offerOf(said)],
    );
    expect(world.calls(...ride).map(({ offerId }) => offerId)).toEqual(expected);
    expect(world.calls(...others)).toHaveLength(others.length);
    expect(await world.failed(ride[0]!)).toEqual([]);
  });

  it('let their key go on when they are dead, and leave a dead letter', async () => {
    const ride = about(RideAccepted, 3);
    world.fail(ride[0]!, Number.POSITIVE_INFINITY);
    await world.say(...ride);
    await world.called(ride[2]!);
    await world.free(ride[0]!);
    const [dead] = await world.stand(ride[0]!, 'dead');
    expect(dead).toMatchObject({ attempts: 3, subscription: 'notification.calls', code: 'handler_failed' });
    expect(world.calls(...ride).map(({ offerId }) => offerId)).toEqual(offers([ride[0]!, ride[0]!, ...ride]));
    const letter = await world.tap.find(
      'notification.dead-letters.v1',
      ({ headers }) => headers['ce_id'] === ride[0]!.id,
    );
    expect(letter.headers).toMatchObject({
      ce_correlationid: rideOf(ride[0]!),
      'dead-letter-subscription': 'notification.calls',
      'dead-letter-handler': 'TellingHandlers.tell',
      'dead-letter-attempts': '3',
    });
  });

  it('hold their key when they are dead, if the effect says so', async () => {
    const ride = about(RideDeclined, 2);
    world.fail(ride[0]!, 1, new NonRetriable('gone', '410'));
    await world.say(...ride);
    const [dead] = await world.stand(ride[0]!, 'dead', 'waiting');
    expect(dead).toMatchObject({ attempts: 1, code: 'gone' });
    await putBackIn(dead!.id);
    await world.free(ride[0]!);
    expect(world.calls(...ride).map(({ offerId }) => offerId)).toEqual(offers([ride[0]!, ...ride]));
    await world.stand(ride[0]!, 'replayed');
  });

  it('are not tried again when that can’t help', async () => {
    const ride = about(RideAccepted, 2);
    world.fail(ride[0]!, 1, new NonRetriable('gone', '410'));
    await world.say(...ride);
    await world.called(ride[1]!);
    expect((await world.stand(ride[0]!, 'dead'))[0]).toMatchObject({ attempts: 1, code: 'gone' });
    expect(world.calls(ride[0]!)).toHaveLength(1);
  });

  it('are called again when their dead letter is put back, and count what was done since', async () => {
    const ride = about(RideAccepted, 3);
    world.fail(ride[0]!, 1, new NonRetriable('gone', '410'));
    await world.say(...ride);
    const [dead] = await world.stand(ride[0]!, 'dead');
    await world.allMarked(...ride);
    const released = 'SELECT handled FROM released_key WHERE key = $1';
    expect(await world.query(released, [Buffer.from(rideOf(ride[0]!))])).toEqual([{ handled: 2 }]);
    await putBackIn(dead!.id);
    await world.stand(ride[0]!, 'replayed');
    await world.free(ride[0]!);
    expect(world.calls(ride[0]!).map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('follow one another when a dead letter of their key is put back while a later fact is called', async () => {
    const [long, short, [control]] = [3, 2, 1].map((facts) => about(RideAccepted, facts)) as [Said[], Said[], [Said]];
    const died = [long[0]!, short[0]!, control];
    for (const said of died) world.fail(said, 3);
    await world.say(...died);
    const dead = await Promise.all(died.map((said) => world.stand(said, 'dead')));
    await Promise.all(died.map((said) => world.free(said)));
    const { promise: gate, resolve: go } = Promise.withResolvers<void>();
    const atOnce: string[] = [];
    for (const ride of [long, short]) {
      let inHand = 0;
      for (const said of ride)
        world.when(said, async () => {
          if (++inHand > 1) atOnce.push(offerOf(said));
          if (said === ride[1]) await gate;
          await new Promise((resolve) => setImmediate(resolve));
          inHand -= 1;
        });
    }
    await world.say(...long.slice(1), ...short.slice(1));
    await Promise.all([world.called(long[1]!), world.called(short[1]!)]);
    for (const [letter] of dead) await putBackIn(letter!.id);
    // Put back last, and called: the others would have been, too.
    await world.called(control, 4);
    expect(world.calls(long[0]!, short[0]!)).toHaveLength(6);
    go();
    for (const said of died) await world.stand(said, 'replayed');
    await world.called(long[2]!);
    const order = (ride: readonly Said[]) => world.calls(...ride).map(({ offerId }) => offers(ride).indexOf(offerId));
    expect([order(long), order(short)]).toEqual([
      [0, 0, 0, 1, 0, 2],
      [0, 0, 0, 1, 0],
    ]);
    expect(atOnce).toEqual([]);
  });

  it('are dead at once when their bytes can’t be read, and the key goes on', async () => {
    const [spoilt, after] = about(RideAccepted, 2) as [Said, Said];
    await world.saying.say([{ ...spoilt, value: Buffer.from([0, 255, 255, 255, 255, 1]) }, after]);
    await world.called(after);
    const topic = physicalTopic(RideAccepted.topic.name, settings().namespace);
    await world.saying.send([{ topic, key: Buffer.from(rideOf(after)), value: Buffer.from('?'), headers: [] }]);
    const rows = await until(
      () => world.failed(spoilt),
      // Both effects hear the topic of the nameless record.
      (found) => found.length === 3,
    );
    expect(rows.map(({ status }) => status)).toEqual(['dead', 'dead', 'dead']);
    expect(rows.map(({ subscription }) => subscription).sort()).toEqual([
      'notification.calls',
      'notification.calls',
      'notification.short-calls',
    ]);
    expect(world.calls(spoilt)).toEqual([]);
  });

  it('are dead at once when they return what they may not say: the call would only be repeated', async () => {
    const [ordered, foreign] = [about(RideAccepted, 1)[0]!, about(RideAccepted, 1)[0]!];
    const about1 = { factId: v7(), fact: 'x' };
    world.returns(ordered, () => RideAcceptanceRefused({ ...ordered.fact.data, reason: 'driver_busy' }));
    world.returns(foreign, () => NotificationFailed({ recipientId: 'no id', about: about1, channel: 'webhook' }));
    await world.say(ordered, foreign);
    expect((await world.stand(ordered, 'dead'))[0]).toMatchObject({ attempts: 1, code: 'publish_refused' });
    expect((await world.stand(foreign, 'dead'))[0]).toMatchObject({ attempts: 1, code: 'invalid_fact' });
  });
});
