import { RideAccepted, RideDeclined } from '@ride/events';
import { v7 } from 'uuid';
import { keyOf, LettersWorld, offerOf, OPERATOR, ride, type SaidFact } from './support/letters-world.js';

describe('what operators see of dead letters', () => {
  let world: LettersWorld;
  const facts = ride(5);
  const key = keyOf(facts[0]!);
  const declined: SaidFact = { id: v7(), fact: RideDeclined({ ...facts[0]!.fact.data, offerId: v7() }) };
  const [garbled] = ride(1) as [SaidFact];
  const [unknown] = ride(1) as [SaidFact];
  let before: number;

  beforeAll(async () => {
    world = await LettersWorld.open('release');
    world.break([...facts, declined]);
    before = Date.now();
    await world.saying.say([...facts, declined]);
    await world.stand(key, ...Array.from({ length: 6 }, () => 'dead'));
    await world.saying.say([{ ...garbled, value: Buffer.from('no wire format') }]);
    await world.saying.say([{ ...unknown, value: Buffer.from([0, 0, 1, 0, 0, 7]) }]);
    await world.stand(keyOf(garbled), 'dead');
    await world.stand(keyOf(unknown), 'dead');
  });
  afterAll(() => world.close());

  const found = async (filter: Parameters<LettersWorld['tool']['list']>[0]) =>
    (await world.tool.list(filter, { status: 'dead', limit: 50 })).letters.map(({ eventId }) => eventId).sort();
  const idsOf = (some: readonly SaidFact[]) => some.map(({ id }) => id).sort();

  it('are those that a filter finds', async () => {
    const all = [...facts, declined, garbled, unknown];
    expect(await found({})).toEqual(idsOf(all));
    expect(await found({ fact: 'RideDeclined' })).toEqual([declined.id]);
    expect(await found({ handler: 'LettersHandlers.accept', key })).toEqual(idsOf(facts));
    expect(await found({ code: 'too_late' })).toEqual([declined.id]);
    expect(await found({ key: `0x${Buffer.from(key).toString('hex')}` })).toEqual(idsOf([...facts, declined]));
    expect(await found({ subscription: 'booking', topic: 'rides.v1' })).toEqual(idsOf(all));
    expect(await found({ subscription: 'booking.webhooks' })).toEqual([]);
    expect(await found({ text: 'RIDE HAS ENDED' })).toEqual([declined.id]);
    expect(await found({ text: offerOf(facts[2]!) })).toEqual([facts[2]!.id]);
    expect(await found({ text: `nobody knows ${(facts[3]!.fact as RideAcceptedFact).data.driverId}` })).toEqual([
      facts[3]!.id,
    ]);
    expect(await found({ text: '%' })).toEqual([]);
    expect(await found({ from: new Date(before).toISOString() })).toHaveLength(8);
    expect(await found({ to: new Date(before).toISOString() })).toEqual([]);
  });

  it('come page by page, the newest first', async () => {
    const filter = { key };
    const first = await world.tool.list(filter, { status: 'all', limit: 4 });
    const second = await world.tool.list(filter, { status: 'all', limit: 4, before: first.next! });
    expect(second.next).toBeNull();
    const ids = [...first.letters, ...second.letters].map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(6);
    expect((await world.tool.list(filter, { status: 'waiting', limit: 4 })).letters).toEqual([]);
  });

  it('are grouped by how they failed', async () => {
    const groups = await world.tool.groups({}, 'dead');
    expect(groups.map(({ fact, code, count, keys }) => [fact, code, count, keys])).toEqual([
      ['RideAccepted', 'account_closed', 5, 1],
      ['RideAccepted', 'unknown_schema', 1, 1],
      ['RideAccepted', 'undecodable', 1, 1],
      ['RideDeclined', 'too_late', 1, 1],
    ]);
    const [most] = groups;
    expect(most).toMatchObject({
      subscription: 'booking',
      handler: 'LettersHandlers.accept',
      error: expect.stringMatching(/nobody knows/),
    });
    expect(Date.parse(most!.first)).toBeLessThanOrEqual(Date.parse(most!.last));
  });

  it('are decoded, with headers, history and where they stand', async () => {
    const ids = await world.ids(key);
    const letter = await world.tool.one(ids[1]!);
    expect(letter).toMatchObject({
      status: 'dead',
      key,
      topic: 'rides.v1',
      value: { json: facts[1]!.fact.data },
      attempts: 1,
      code: 'account_closed',
      keyIs: 'open',
      deadBefore: 1,
      waitingBehind: 0,
      overtakenBy: 0,
      repairs: [],
      history: [{ attempt: 1, code: 'account_closed' }],
    });
    expect(letter.headers).toContainEqual({ name: 'ce_id', value: facts[1]!.id });
    await expect(world.tool.one('999999')).rejects.toMatchObject({ code: 'dead_letter_not_found' });
  });

  it('are hex with the reason when nobody can decode them', async () => {
    const [id] = await world.ids(keyOf(garbled));
    expect(await world.tool.one(id!)).toMatchObject({
      code: 'undecodable',
      value: { hex: Buffer.from('no wire format').toString('hex'), reason: expect.stringMatching(/wire format/) },
    });
    const [other] = await world.ids(keyOf(unknown));
    expect(await world.tool.one(other!)).toMatchObject({
      value: { hex: '000001000007', reason: expect.stringMatching(/no schema with the id/) },
    });
  });
});
type RideAcceptedFact = ReturnType<typeof RideAccepted>;

describe('edit-and-replay', () => {
  let world: LettersWorld;
  beforeAll(async () => {
    world = await LettersWorld.open('hold', { RIDE_DEAD_LETTER_EDIT: 'allow' });
  });
  afterAll(() => world.close());
  afterEach(() => world.mend());

  const held = async (value?: Buffer) => {
    const facts = ride(3);
    const [first, bad, last] = facts as [SaidFact, SaidFact, SaidFact];
    world.break([bad]);
    await world.saying.say([first, value ? { ...bad, value } : bad, last]);
    await world.stand(keyOf(first), 'dead', 'waiting');
    const [id] = await world.ids(keyOf(first));
    const data = { ...bad.fact.data, offerId: v7() };
    return { first, bad, last, letter: id!, data, key: keyOf(first) };
  };

  it('puts a copy with an id of its own at the place of the original, which is kept as discarded', async () => {
    const { first, bad, last, letter, data, key } = await held();
    const asked = { id: v7(), letter, data, who: OPERATOR, reason: 'the offer was mistyped' };
    const edited = await world.tool.edit(asked);
    expect(edited).toMatchObject({ kind: 'edit', status: 'done', total: 1, outcomes: { edited: 1 } });
    expect(await world.allSeen(key, 3)).toEqual([offerOf(first), data.offerId, offerOf(last)]);
    expect(await world.ended(asked.id)).toMatchObject({ since: { handled: 1 } });
    const original = await world.tool.one(letter);
    const copy = await world.tool.one(original.repairs[0]!.became!);
    expect(original).toMatchObject({ status: 'discarded', value: { json: bad.fact.data } });
    expect(original.history.at(-1)).toMatchObject({ error: `edited, see ${copy.eventId}: the offer was mistyped` });
    expect(copy).toMatchObject({ status: 'replayed', value: { json: data }, inPlaceOf: letter });
    const headers = Object.fromEntries(copy.headers.map(({ name, value }) => [name, value]));
    expect(headers).toMatchObject({ ce_id: copy.eventId, ce_causationid: bad.id, ce_correlationid: key });
    expect(copy.eventId).toMatch(/^[0-9a-f-]{14}7/);
  });

  it('is one edit however often it is asked for', async () => {
    const { letter, data, key } = await held();
    const asked = { id: v7(), letter, data, who: OPERATOR };
    const [one, two] = await Promise.all([world.tool.edit(asked), world.tool.edit(asked)]);
    expect(one.id).toBe(two.id);
    await world.allSeen(key, 3);
    await world.tool.edit(asked);
    expect(await world.statuses(key)).toEqual(['discarded', 'replayed']);
    const other = world.tool.edit({ ...asked, data: { ...data, offerId: v7() } });
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    await expect(world.tool.edit({ ...asked, id: v7() })).rejects.toMatchObject({ code: 'not_dead' });
  });

  it('gives bytes that nobody can read a value', async () => {
    const { first, last, letter, data, key } = await held(Buffer.from('no wire format'));
    world.mend();
    await world.tool.edit({ id: v7(), letter, data, who: OPERATOR });
    expect(await world.allSeen(key, 3)).toEqual([offerOf(first), data.offerId, offerOf(last)]);
  });

  it('refuses what the fact does not allow, and leaves everything as it was', async () => {
    const { letter, data, key } = await held();
    const edit = (other: unknown, fact?: string) =>
      world.tool.edit({ id: v7(), letter, data: other, fact, who: OPERATOR }).catch((error: unknown) => error);
    expect(await edit({ ...data, offerId: 7 })).toMatchObject({
      code: 'invalid_fact',
      message: expect.stringMatching(/offerId/),
    });
    expect(await edit('nothing')).toMatchObject({ code: 'invalid_fact' });
    expect(await edit({ ...data, rideId: v7() })).toMatchObject({
      code: 'key_changed',
      message: expect.stringMatching(/rideId/),
    });
    expect(await edit(data, 'NoSuchFact')).toMatchObject({ code: 'fact_unknown' });
    expect(await edit(data, 'RiderDeparted')).toMatchObject({ code: 'fact_unknown' });
    expect(await world.tool.one(letter)).toMatchObject({ status: 'dead', keyIs: 'held', repairs: [] });
    expect(await world.statuses(key)).toEqual(['dead', 'waiting']);
  });
});

describe('edit-and-replay, unless it is configured', () => {
  let world: LettersWorld;
  beforeAll(async () => {
    world = await LettersWorld.open('hold', { RIDE_DEAD_LETTER_EDIT: 'refuse' });
  });
  afterAll(() => world.close());

  it('is off', async () => {
    const asked = world.tool.edit({ id: v7(), letter: '1', data: {}, who: OPERATOR });
    await expect(asked).rejects.toMatchObject({
      code: 'edit_not_allowed',
      message: expect.stringMatching(/RIDE_DEAD_LETTER_EDIT=allow/),
    });
  });
});
