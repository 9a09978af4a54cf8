import { setTimeout as sleep } from 'node:timers/promises';
import { RideAccepted, RideDeclined, RideRequested } from '@ride/events';
import { v7 } from 'uuid';
import { Effect, On, type EffectCall, type EffectOptions, type Heard, type Tx } from '../src/index.js';
import { about, AT_ONCE, EffectsWorld, offerOf, SHORT_DEADLINE_MS, type Said } from './support/effects-world.js';
import { until } from './support/small-service.js';

const HOUR = 3_600_000;

describe('effects', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
  });
  afterAll(() => world.close());

  it('call many keys at once, but no more than allowed, and each key’s facts in the order of the log', async () => {
    const rides = Array.from({ length: 40 }, () => about(RideAccepted, 8));
    const all = rides.flat();
    for (const said of all) world.when(said, async () => void (await sleep(Math.random() * 4)));
    world.mostAtOnce();
    for (let n = 0; n < 8; n++) await world.say(...rides.map((ride) => ride[n]!));
    await world.allMarked(...all);
    for (const ride of rides)
      expect(world.calls(...ride).map(({ offerId, attempt }) => [offerId, attempt])).toEqual(
        ride.map((said) => [offerOf(said), 1]),
      );
    expect(world.mostAtOnce()).toBe(AT_ONCE);
  });

  it('give the fact’s id as idempotency key', async () => {
    const [said] = about(RideAccepted, 1) as [Said];
    await world.say(said);
    expect((await world.called(said))[0]).toMatchObject({ key: said.id, attempt: 1 });
  });

  it('say what they return once, because of the fact and within its ride', async () => {
    const [said] = about(RideAccepted, 1) as [Said];
    await world.say(said);
    const answers = await world.answers(said);
    expect(answers).toHaveLength(1);
    expect(answers[0]!.headers).toMatchObject({
      ce_type: 'notification.NotificationSent',
      ce_source: '/notification',
      ce_causationid: said.id,
      ce_correlationid: said.fact.data.rideId,
    });
  });

  it('call once for a fact that stands in the log twice', async () => {
    const [said, behind] = about(RideAccepted, 2) as [Said, Said];
    await world.say(said, said, behind);
    await world.say(said);
    await world.allMarked(said, behind);
    const [after] = about(RideAccepted, 1, said.fact.data.rideId) as [Said];
    await world.say(after);
    await world.allMarked(after);
    expect(world.calls(said)).toHaveLength(1);
    expect(await world.answers(said)).toHaveLength(1);
  });

  it('hold up no other key, whether of the same fetch or of later ones, while one takes long', async () => {
    const [slow, behind] = about(RideAccepted, 2) as [Said, Said];
    const { go } = world.hold(slow);
    const others = Array.from({ length: 30 }, () => about(RideAccepted, 1)[0]!);
    await world.say(slow, behind, ...others.slice(0, 15));
    await world.allMarked(...others.slice(0, 15));
    await world.say(...others.slice(15));
    await world.allMarked(...others.slice(15));
    expect(world.calls(slow, behind)).toHaveLength(1);
    go();
    await world.allMarked(slow, behind);
    expect(world.calls(slow, behind).map(({ offerId }) => offerId)).toEqual([slow, behind].map(offerOf));
  });

  it('begin the next call of a key when the one before is marked as done, not sooner', async () => {
    const [first, second] = about(RideAccepted, 2) as [Said, Said];
    const marked: number[] = [];
    world.when(second, async () => void marked.push(await world.marked(first)));
    await world.say(first, second);
    await world.allMarked(first, second);
    expect(marked).toEqual([1]);
  });

  it('mark facts as done without a call when they no longer make sense', async () => {
    const [old, young] = about(RideAccepted, 2) as [Said, Said];
    await world.saying.say([
      { ...old, time: Date.now() - HOUR - 1_000 },
      { ...young, time: Date.now() - HOUR + 600_000 },
    ]);
    await world.called(young);
    const known = () =>
      world.query<{ event: string }>('SELECT event FROM inbox WHERE event = ANY($1)', [[old.id, young.id]]);
    await until(known, (rows) => rows.length === 2);
    expect(world.calls(old)).toHaveLength(0);
    expect(await world.failed(old)).toEqual([]);
  });

  it('are aborted at their deadline, and try again', async () => {
    const [said] = about(RideDeclined, 1) as [Said];
    const reasons: unknown[] = [];
    world.when(said, ({ signal, attempt }) => {
      if (attempt > 1) return undefined;
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          reject(new DOMException('aborted', 'AbortError'));
        }),
      );
    });
    const began = Date.now();
    await world.say(said);
    const [failed] = await world.stand(said, 'waiting');
    expect(Date.now() - began).toBeGreaterThanOrEqual(SHORT_DEADLINE_MS);
    expect(failed).toMatchObject({ attempts: 1, code: 'handler_timed_out' });
    await world.free(said);
    expect(world.calls(said).map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(reasons).toMatchObject([{ code: 'handler_timed_out' }]);
  });

  it('have failed when they never end, and free their place', async () => {
    const [[said], [other]] = [about(RideDeclined, 1), about(RideDeclined, 1)] as [[Said], [Said]];
    const { go } = world.hold(said);
    await world.say(said, other);
    const [failed] = await world.stand(said, 'waiting');
    expect(failed).toMatchObject({ attempts: 1, code: 'handler_timed_out', handler: 'TellingHandlers.tellInTime' });
    // The service has one place for these calls.
    await world.allMarked(other);
    expect(world.calls(other)).toHaveLength(1);
    go();
    await world.free(said);
  });

  it('wait in place when infrastructure is out of reach: nobody’s attempt, no other key’s delay', async () => {
    const [said, behind] = about(RideAccepted, 2) as [Said, Said];
    const [other] = about(RideAccepted, 1) as [Said];
    let isDown = true;
    world.when(said, () => {
      if (isDown) throw Object.assign(new Error('the database is shutting down'), { code: '57P01' });
    });
    await world.say(said, behind, other);
    await world.allMarked(other);
    await world.called(said, 3);
    const { consumers } = world.first.runtime.health();
    expect(consumers.find(({ groupId }) => groupId.endsWith('notification.calls'))).toMatchObject({ ok: false });
    expect(await world.failed(said)).toEqual([]);
    expect(world.calls(behind)).toHaveLength(0);
    isDown = false;
    await world.allMarked(said, behind);
    expect(new Set(world.calls(said).map(({ attempt }) => attempt))).toEqual(new Set([1]));
    const { consumers: after } = world.first.runtime.health();
    expect(after.every(({ ok }) => ok)).toBe(true);
  });
});

describe('effects of which nothing can be written down', () => {
  it('begin no more calls until it can: a crash would repeat them all', async () => {
    const world = await EffectsWorld.open();
    await world.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = 'disk_full'; END $$`);
    await world.query('CREATE TRIGGER refuse BEFORE INSERT ON inbox FOR EACH ROW EXECUTE FUNCTION refuse()');
    const all = Array.from({ length: 100 }, () => about(RideAccepted, 1)[0]!);
    // Calls that end before it is known that nothing can be written are as many as began at once.
    const known = Promise.withResolvers<void>();
    let begun = 0;
    for (const said of all) world.when(said, () => (++begun > AT_ONCE ? known.promise : undefined));
    await world.say(...all);
    const waiting = () =>
      Promise.resolve(
        world.first.runtime.health().consumers.find(({ groupId }) => groupId.endsWith('.calls'))?.waiting,
      );
    await until(waiting, (found) => found?.reason.endsWith('the disk is full') ?? false);
    known.resolve();
    await until(
      () => Promise.resolve(world.underWay()),
      (n) => n === 0,
    );
    expect(world.calls(...all).length).toBeLessThanOrEqual(2 * AT_ONCE);
    await world.query('DROP TRIGGER refuse ON inbox');
    await world.allMarked(...all);
    expect(world.calls(...all)).toHaveLength(all.length);
    expect(await waiting()).toBeNull();
    await world.close();
  });
});

describe('the declaration of an effect', () => {
  const options: EffectOptions = { name: 'mails', deadlineMs: 1_000, greatestAgeMs: HOUR };
  const declared = (given: Partial<EffectOptions>) => () => {
    class Handlers {
      @Effect({ ...options, ...given }, RideAccepted)
      send(): void {}
    }
    return Handlers;
  };

  it('is refused with a name that groups of the service have, or with times and numbers that can’t be', () => {
    expect(declared({})).not.toThrow();
    for (const name of ['retry', 'follow', 'Mails', 'mail.s', ''])
      expect(declared({ name })).toThrow('an effect’s name'.replace('’', "'"));
    expect(declared({ deadlineMs: 0 })).toThrow('deadlineMs');
    expect(declared({ greatestAgeMs: 36 * 24 * HOUR })).toThrow('memory');
    expect(declared({ atOnce: 0 })).toThrow('atOnce');
  });

  it('is refused on a method that hears something already', () => {
    expect(() => {
      class Handlers {
        @On(RideAccepted)
        @Effect(options, RideAccepted)
        send(): void {}
      }
      return Handlers;
    }).toThrow('already hears a fact');
  });

  it('compiles only for handlers that take a call and say facts', () => {
    class Handlers {
      @Effect({ ...options, name: 'a' }, RideAccepted, RideDeclined)
      right(fact: Heard<typeof RideAccepted | typeof RideDeclined>, { signal }: EffectCall): void {
        fact.data.offerId.concat(String(signal.aborted));
      }
      // @ts-expect-error: an effect has no transaction
      @Effect({ ...options, name: 'b' }, RideAccepted)
      noTx(_fact: Heard<typeof RideAccepted>, tx: Tx): Promise<unknown> {
        return tx.load(
          class Row {
            id = v7();
          },
          '',
        );
      }
      // @ts-expect-error: it does not hear that fact
      @Effect({ ...options, name: 'c' }, RideAccepted)
      otherFact(_fact: Heard<typeof RideRequested>): void {}
      // @ts-expect-error: it says facts, or nothing
      @Effect({ ...options, name: 'd' }, RideAccepted)
      status(): number {
        return 200;
      }
    }
    expect(Handlers).toBeDefined();
  });
});
