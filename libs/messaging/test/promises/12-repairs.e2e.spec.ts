import { RideDeclined } from '@ride/events';
import { v7 } from 'uuid';
import { crashPoints } from '../../src/crash-points.js';
import { keyOf, LettersWorld, offerOf, OPERATOR, ride, type SaidFact } from '../support/letters-world.js';
import { until } from '../support/small-service.js';
import { promise } from './promises.js';

const order = { who: OPERATOR } as const;
const replay = { ...order, kind: 'replay' } as const;

describe(`${promise(12)}. Of keys that are held, repairs`, () => {
  let world: LettersWorld;
  beforeAll(async () => {
    world = await LettersWorld.open('hold');
  });
  afterAll(() => world.close());
  afterEach(() => world.mend());

  /** The second of some facts of one key is dead, and the others behind it wait. */
  const held = async (count = 4): Promise<SaidFact[]> => {
    const facts = ride(count);
    world.break([facts[1]!]);
    await world.saying.say(facts);
    await world.stand(keyOf(facts[0]!), 'dead', ...Array.from({ length: count - 2 }, () => 'waiting'));
    return facts;
  };

  it('replay a fact at its place: what waits behind it comes after it', async () => {
    const facts = await held();
    const key = keyOf(facts[0]!);
    const [id] = await world.ids(key);
    world.mend();
    const repair = await world.tool.repair({ ...replay, id: v7(), selection: { ids: [id!] }, reason: 'mended' });
    expect(repair).toMatchObject({ kind: 'replay', total: 1, who: OPERATOR, reason: 'mended', filter: { ids: [id] } });
    expect(await world.allSeen(key, 4)).toEqual(facts.map(offerOf));
    expect(await world.ended(repair.id)).toMatchObject({
      status: 'done',
      done: 1,
      outcomes: { put_back: 1 },
      since: { handled: 1, waiting: 0, deadAgain: 0 },
    });
    await until(
      () => world.isBlocked(key),
      (is) => !is,
    );
  });

  it('tell what is dead again, with all its attempts', async () => {
    const facts = await held(2);
    const [id] = await world.ids(keyOf(facts[0]!));
    const repair = await world.tool.repair({ ...replay, id: v7(), selection: { ids: [id!] } });
    await until(
      () => world.tool.repairById(repair.id),
      ({ since }) => since.deadAgain === 1,
    );
    const letter = await world.tool.one(id!);
    expect(letter).toMatchObject({ status: 'dead', attempts: 2, keyIs: 'held' });
    expect(letter.history.map(({ attempt, code }) => [attempt, code])).toEqual([
      [1, 'account_closed'],
      [2, 'account_closed'],
    ]);
    expect(letter.repairs).toMatchObject([{ repair: repair.id, kind: 'replay', who: OPERATOR, outcome: 'put_back' }]);
  });

  it('discard a fact with a reason: its key goes on without it', async () => {
    const facts = await held();
    const key = keyOf(facts[0]!);
    const [id] = await world.ids(key);
    const selection = { ids: [id!] };
    const repair = await world.tool.repair({ ...order, kind: 'discard', id: v7(), selection, reason: 'a test ride' });
    expect(await world.allSeen(key, 3)).toEqual([facts[0]!, facts[2]!, facts[3]!].map(offerOf));
    expect(await world.ended(repair.id)).toMatchObject({ outcomes: { discarded: 1 } });
    const letter = await world.tool.one(id!);
    expect(letter).toMatchObject({ status: 'discarded', repairs: [{ kind: 'discard', reason: 'a test ride' }] });
    expect(letter.history.at(-1)).toMatchObject({ code: 'discarded', error: 'a test ride', who: OPERATOR });
    await until(
      () => world.isBlocked(key),
      (is) => !is,
    );
  });

  it('discard the last fact of a key: the key is free', async () => {
    const facts = await held(2);
    const key = keyOf(facts[0]!);
    const selection = { filter: { key } };
    await world.ended((await world.tool.repair({ ...order, kind: 'discard', id: v7(), selection })).id);
    expect(await world.isBlocked(key)).toBe(false);
    const [later] = ride(1, key) as [SaidFact];
    await world.saying.say([later]);
    expect(await world.allSeen(key, 2)).toEqual([offerOf(facts[0]!), offerOf(later)]);
  });

  it('release a key: it goes on, its dead letter stays, and what is handled since is told before a replay', async () => {
    const facts = await held();
    const key = keyOf(facts[0]!);
    const [id] = await world.ids(key);
    const selection = { filter: { key } };
    await world.ended((await world.tool.repair({ ...order, kind: 'release', id: v7(), selection })).id);
    await world.allSeen(key, 3);
    expect(await world.tool.one(id!)).toMatchObject({ status: 'dead', keyIs: 'open', overtakenBy: 2 });
    expect((await world.tool.plan(selection)).warnings).toContainEqual({ code: 'overtaken', keys: 1, facts: 2 });
    world.mend();
    const asked = { ...replay, id: v7(), selection };
    await expect(world.tool.repair(asked)).rejects.toMatchObject({
      code: 'overtaken',
      message: expect.stringMatching(/2 later facts/),
    });
    expect(await world.statuses(key)).toEqual(['dead']);
    await world.ended((await world.tool.repair({ ...asked, acceptOvertaken: true })).id);
    expect(await world.seen(key)).toEqual([facts[0]!, facts[2]!, facts[3]!, facts[1]!].map(offerOf));
    expect(await world.query('SELECT FROM released_key WHERE key = $1', [Buffer.from(key)])).toEqual([]);
  });

  it('leave a key held by the fact that holds it, when only an earlier one of it is put back', async () => {
    const facts = ride(4);
    const key = keyOf(facts[0]!);
    world.break([facts[0]!, facts[1]!]);
    await world.saying.say(facts);
    await world.stand(key, 'dead', 'waiting', 'waiting', 'waiting');
    const release = { ...order, kind: 'release', id: v7(), selection: { filter: { key } } } as const;
    await world.tool.repair(release);
    await world.stand(key, 'dead', 'dead', 'waiting', 'waiting');
    const [first, second] = await world.ids(key);
    world.mend();
    const early = { ids: [first!] };
    expect((await world.tool.plan(early)).warnings).toContainEqual({ code: 'held_by_another', keys: 1, facts: 1 });
    const one = await world.tool.repair({ ...replay, id: v7(), selection: early });
    await until(
      () => world.tool.repairById(one.id),
      ({ status }) => status === 'done',
    );
    expect(await world.statuses(key)).toEqual(['waiting', 'dead', 'waiting', 'waiting']);
    expect(await world.query('SELECT due_at FROM blocked_key WHERE key = $1', [Buffer.from(key)])).toEqual([
      { due_at: null },
    ]);
    await world.tool.repair({ ...replay, id: v7(), selection: { ids: [second!] } });
    expect(await world.allSeen(key, 4)).toEqual(facts.map(offerOf));
  });
});

describe(`${promise(12)}. Of keys that are released, repairs`, () => {
  let world: LettersWorld;
  const KEYS = 100;
  const OF_EACH = 20;
  beforeAll(async () => {
    world = await LettersWorld.open('release');
  });
  afterAll(() => world.close());

  it('go on in another instance when one crashes half-way, and each fact is handled once, in the order of its key', async () => {
    const lists = Array.from({ length: KEYS }, () => ride(OF_EACH));
    lists.forEach((facts) => world.break(facts));
    for (let n = 0; n < OF_EACH; n++) await world.saying.say(lists.map((facts) => facts[n]!));
    await until(
      () => world.tool.groups({}, 'dead'),
      ([group]) => group?.count === KEYS * OF_EACH,
    );
    world.mend();
    const crashing = await world.another();
    const successor = await world.another();
    await world.goOnWith(successor);
    const tool = crashing.runtime.deadLetters;
    const asked = { ...replay, id: v7(), selection: { all: true }, rate: 2_000 } as const;
    await tool.repair(asked);
    await tool.sweep.batch();
    crashPoints.reached = (point) => {
      if (point === 'repair: in the middle of a step') throw new Error('killed');
    };
    await world.query(`UPDATE repair SET next_at = now()`);
    await tool.sweep.batch();
    crashPoints.reached = undefined;
    const half = await tool.repairById(asked.id);
    expect(half).toMatchObject({
      status: 'running',
      done: 500,
      total: KEYS * OF_EACH,
      trouble: expect.stringMatching(/killed/),
    });
    await crashing.app.close();
    await successor.app.listen();
    expect(await world.ended(asked.id)).toMatchObject({
      done: KEYS * OF_EACH,
      trouble: null,
      outcomes: { put_back: KEYS * OF_EACH },
      since: { handled: KEYS * OF_EACH, waiting: 0, deadAgain: 0 },
    });
    for (const facts of lists) expect(await world.seen(keyOf(facts[0]!))).toEqual(facts.map(offerOf));
  });

  it('are the same repair when they are asked for again, and are refused when something else is', async () => {
    const facts = ride(3);
    world.break(facts);
    await world.saying.say(facts);
    await world.stand(keyOf(facts[0]!), 'dead', 'dead', 'dead');
    world.mend();
    const asked = { ...replay, id: v7(), selection: { filter: { key: keyOf(facts[0]!) } }, limit: 2 } as const;
    const [first, second] = await Promise.all([world.tool.repair(asked), world.tool.repair(asked)]);
    expect(first).toMatchObject({ total: 2, id: second.id });
    await world.ended(asked.id);
    expect(await world.tool.repair(asked)).toMatchObject({ status: 'done', done: 2 });
    expect(await world.seen(keyOf(facts[0]!))).toEqual(facts.slice(0, 2).map(offerOf));
    const refused = world.tool.repair({ ...asked, limit: 3 });
    await expect(refused).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    await expect(world.tool.repair({ ...asked, kind: 'discard' })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('keep their rate, key by key, and end where they are cancelled', async () => {
    const keys = Array.from({ length: 6 }, () => ride(2));
    keys.forEach((facts) => world.break(facts));
    await world.saying.say(keys.flat());
    for (const facts of keys) await world.stand(keyOf(facts[0]!), 'dead', 'dead');
    world.mend();
    const ids = (await Promise.all(keys.map((facts) => world.ids(keyOf(facts[0]!))))).flat();
    const slow = await world.tool.repair({ ...replay, id: v7(), selection: { ids }, rate: 0.01 });
    await until(
      () => world.tool.repairById(slow.id),
      ({ since }) => since.handled === 2,
    );
    const handled = await Promise.all(keys.map((facts) => world.seen(keyOf(facts[0]!))));
    expect(handled.filter((offers) => offers.length > 0)).toHaveLength(1);
    const stopped = await world.tool.cancel(slow.id, OPERATOR);
    expect(stopped).toMatchObject({ status: 'cancelled', cancelledBy: OPERATOR, done: 2, total: 12 });
    expect(await world.tool.cancel(slow.id, v7())).toMatchObject({ cancelledBy: OPERATOR });
    const fast = await world.tool.repair({ ...replay, id: v7(), selection: { ids } });
    expect(fast.total).toBe(10);
    expect(await world.ended(fast.id)).toMatchObject({ since: { handled: 10 } });
    expect((await world.tool.repairs(2)).repairs.map(({ id }) => id)).toEqual([fast.id, slow.id]);
    expect((await world.tool.repairs(1, fast.id)).repairs.map(({ id }) => id)).toEqual([slow.id]);
  });

  it('do not replay what is overtaken between the order and its turn', async () => {
    const [facts, others] = [ride(1), ride(1)];
    world.break([...facts, ...others]);
    for (const some of [others, facts]) {
      await world.saying.say(some);
      await world.stand(keyOf(some[0]!), 'dead');
    }
    const ids = [...(await world.ids(keyOf(others[0]!))), ...(await world.ids(keyOf(facts[0]!)))];
    world.mend();
    const slow = await world.tool.repair({ ...replay, id: v7(), selection: { ids }, rate: 0.01 });
    await world.allSeen(keyOf(others[0]!), 1);
    const [later] = ride(1, keyOf(facts[0]!)) as [SaidFact];
    await world.saying.say([later]);
    await world.allSeen(keyOf(later), 1);
    await world.query('UPDATE repair SET next_at = now() WHERE id = $1', [slow.id]);
    expect(await world.ended(slow.id)).toMatchObject({ outcomes: { put_back: 1, overtaken: 1 } });
    expect(await world.statuses(keyOf(facts[0]!))).toEqual(['dead']);
  });

  it('say before what would go where, and what should be known', async () => {
    const facts = ride(3);
    const declined: SaidFact = { id: v7(), fact: RideDeclined({ ...facts[0]!.fact.data, offerId: v7() }) };
    world.break([...facts, declined]);
    await world.saying.say([...facts, declined]);
    await world.stand(keyOf(facts[0]!), 'dead', 'dead', 'dead', 'dead');
    const ids = await world.ids(keyOf(facts[0]!));
    expect(await world.tool.plan({ ids: ids.slice(1) })).toEqual({
      total: 3,
      keys: 1,
      ids: ids.slice(1),
      through: 'booking.retry.v1',
      ways: [
        {
          subscription: 'booking',
          handler: 'LettersHandlers.accept',
          fact: 'RideAccepted',
          topic: 'rides.v1',
          count: 2,
          keys: 1,
        },
        {
          subscription: 'booking',
          handler: 'LettersHandlers.decline',
          fact: 'RideDeclined',
          topic: 'rides.v1',
          count: 1,
          keys: 1,
        },
      ],
      warnings: [{ code: 'earlier_left_out', keys: 1, facts: 1 }],
    });
    expect(await world.tool.plan({ filter: { code: 'too_late' } }, 1)).toMatchObject({ total: 1, ids: [ids[3]] });
    expect(await world.statuses(keyOf(facts[0]!))).toEqual(['dead', 'dead', 'dead', 'dead']);
  });
});
