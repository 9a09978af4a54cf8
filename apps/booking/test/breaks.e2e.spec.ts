import { BookingCreated, type NewFact } from '@ride/events';
import { codesOf, keptText, type Document } from '@ride/http';
import { eventually, serviceUnderTest, type Asking, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { RideInFacts } from './ride-in-facts.js';

let service: ServiceUnderTest;
let token: string;

beforeAll(async () => {
  const load = () => import('../src/booking.module.js').then(({ BookingModule }) => BookingModule);
  service = await serviceUnderTest(load, 'booking', {
    env: { RIDE_BREAKS: 'on', RIDE_RETRY_BACKOFF_MS: '50,50,50', RIDE_SEARCH_MS: '60000' },
  });
  token = await service.token('operator');
});
afterAll(async () => {
  await service.stop();
  delete process.env['RIDE_BREAKS'];
});

const ask = (method: string, path: string, body?: unknown, asking: Asking = {}) =>
  service.request(method, path, { token, ...(body !== undefined && { body }), ...asking });
const say = (...facts: readonly NewFact[]) => service.log.sayAll(facts.map((fact) => [fact, {}]));
const SOON = () => Date.now() + 60_000;
const letters = async (key: string, status = 'dead') =>
  (await ask('GET', `/dead-letters?key=${key}&status=${status}`)).body.letters as {
    id: string;
    code: string;
    error: string;
    handler: string;
    attempts: number;
  }[];
const isBooked = ({ rideId }: RideInFacts) => service.heard(BookingCreated, ({ key }) => key === rideId);
function accepted() {
  const ride = new RideInFacts();
  const offer = ride.offer();
  return { ride, facts: [ride.requested(SOON()), offer.offered(), offer.accepted()] };
}

describe('the switches of booking', () => {
  it('say what can be broken, and that nothing is', async () => {
    const { status, body } = await ask('GET', '/breaks');
    expect(status).toBe(200);
    expect(body.handlers).toContainEqual({
      subscription: 'booking',
      handler: 'BookingHandlers.answer',
      fact: 'RideAccepted',
    });
    expect(body).toMatchObject({ subscriptions: ['booking'], topics: ['rides.v1'], breaks: [], paused: [] });
  });

  it('break a handler so often: the ride is booked afterwards, as if nothing had been', async () => {
    const order = { handler: 'BookingHandlers.answer', kind: 'fail', times: 2 };
    const key = v7();
    const made = await ask('POST', '/breaks', order, { key });
    expect(made).toMatchObject({ status: 201, body: { ...order, key: null, delayMs: null, hits: 0 } });
    expect((await ask('POST', '/breaks', order, { key })).body).toEqual(made.body);
    const { ride, facts } = accepted();
    await say(...facts);
    await isBooked(ride);
    const { breaks } = (await ask('GET', '/breaks')).body;
    expect(breaks).toEqual([{ ...made.body, hits: 2 }]);
    expect(await ask('DELETE', `/breaks/${made.body.breakId}`)).toMatchObject({ status: 204 });
    expect((await ask('GET', '/breaks')).body.breaks).toEqual([]);
  });

  it('break one for good: the dead letter says which break it was, and is replayed when that is gone', async () => {
    const { ride, facts } = accepted();
    const order = { handler: 'BookingHandlers.answer', kind: 'fail_for_good', key: ride.rideId };
    const { breakId } = (await ask('POST', '/breaks', order)).body;
    const other = accepted();
    await say(...facts, ...other.facts);
    await isBooked(other.ride);
    const [letter] = await eventually(
      'a dead letter',
      () => letters(ride.rideId),
      ({ length }) => length === 1,
    );
    expect(letter).toMatchObject({ code: 'broken_on_purpose', handler: order.handler, attempts: 1 });
    expect(letter!.error).toContain(breakId);
    await ask('DELETE', `/breaks/${breakId}`);
    await ask('POST', '/dead-letters/replay', { ids: [letter!.id] });
    await isBooked(ride);
  });

  it('pause and resume what it hears; a poison record is a dead letter, and the topic goes on', async () => {
    expect(await ask('PUT', '/breaks/paused/booking')).toMatchObject({ status: 204 });
    expect((await ask('GET', '/breaks')).body.paused).toEqual(['booking']);
    const ready = await fetch(`${service.url}/health/ready`);
    expect(await ready.json()).toMatchObject({
      code: 'not_ready',
      troubles: [{ code: 'consumer_paused' }, { code: 'consumer_paused' }],
    });
    const { ride, facts } = accepted();
    const sent = await ask('POST', '/breaks/poison', { topic: 'rides.v1' });
    expect(sent).toMatchObject({ status: 202, body: { topic: 'rides.v1', fact: 'RideAccepted' } });
    await say(...facts);
    expect(await letters(sent.body.key, 'all')).toEqual([]);
    expect(await ask('DELETE', '/breaks/paused/booking')).toMatchObject({ status: 204 });
    await isBooked(ride);
    const [poison] = await eventually(
      'the poison',
      () => letters(sent.body.key),
      ({ length }) => length === 1,
    );
    expect(poison).toMatchObject({ code: 'undecodable' });
  });

  it.each([
    ['a handler that there is not', 'POST', '/breaks', { handler: 'X.y', kind: 'fail' }, 422, 'handler_unknown'],
    [
      ...['a delay longer than a transaction may stand still', 'POST', '/breaks'],
      ...[{ handler: 'BookingHandlers.answer', kind: 'slow', delayMs: 9_000 }, 422, 'delay_too_long'],
    ],
    ['no delay', 'POST', '/breaks', { handler: 'BookingHandlers.answer', kind: 'slow' }, 400, 'invalid_request'],
    ['a break that there is not', 'DELETE', `/breaks/${v7()}`, undefined, 404, 'break_not_found'],
    ['a subscription that there is not', 'PUT', '/breaks/paused/x', undefined, 404, 'subscription_not_found'],
    ['nor can it be resumed', 'DELETE', '/breaks/paused/x', undefined, 404, 'subscription_not_found'],
    ['a topic that it does not hear', 'POST', '/breaks/poison', { topic: 'riders.v1' }, 422, 'topic_not_heard'],
  ] as const)('refuse %s', async (_, method, path, body, status, code) => {
    expect(await ask(method, path, body)).toMatchObject({ status, body: { code } });
  });

  it('answer no code of their own but those', () => {
    const own = (document: Document) => codesOf(document).map(({ code }) => code);
    const kept = own(JSON.parse(keptText('booking') ?? '{}') as Document);
    const more = own(service.document()).filter((code) => !kept.includes(code));
    expect(more).toEqual([
      ...['break_not_found', 'delay_too_long', 'handler_unknown', 'subscription_not_found', 'topic_not_heard'],
    ]);
  });

  it('are not there, nor in the document, where RIDE_BREAKS is off; what was broken is not', async () => {
    await ask('POST', '/breaks', { handler: 'BookingHandlers.answer', kind: 'fail' });
    await service.halt();
    await service.resume({ RIDE_BREAKS: 'off' });
    expect(Object.keys(service.document().paths).filter((path) => path.startsWith('/breaks'))).toEqual([]);
    for (const [method, path] of [
      ['GET', '/breaks'],
      ['POST', '/breaks'],
      ['PUT', '/breaks/paused/booking'],
      ['POST', '/breaks/poison'],
    ])
      expect(await ask(method!, path!)).toMatchObject({ status: 404, body: { code: 'unknown_route' } });
    const { ride, facts } = accepted();
    await say(...facts);
    await isBooked(ride);
  });

  it('are refused at start where people ride', async () => {
    await service.halt();
    const production = { RIDE_BREAKS: 'on', RIDE_ENV: 'production', RIDE_PIN_SECRET: 'x'.repeat(16) };
    const before = { ...process.env };
    await expect(service.resume(production)).rejects.toMatchObject({
      code: 'configuration_refused',
      message: expect.stringContaining('RIDE_BREAKS must be off when RIDE_ENV is production'),
    });
    for (const name of Object.keys(production)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await service.resume();
  });
});
