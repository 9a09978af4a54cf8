import { answers, cut, service, type Script } from '../test/a-service.js';
import { answerOf, connect, NoAnswer, RideProblem } from './index.js';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function rider(script: Script, options: { patienceMs?: number; attemptMs?: number } = {}) {
  const place = await service(script);
  ({ stop } = place);
  return { ...place, rider: connect('rider', { url: `${place.url}/`, token: () => 'a-token', ...options }) };
}
const trip = { pickup: { lat: 40.7, lng: -74 }, dropoff: { lat: 40.8, lng: -74 }, vehicleClass: 'standard' } as const;
const requested = { rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf' };

describe('a request', () => {
  it('goes to the service with the token, and is answered with what the document says', async () => {
    const { rider: client, asked, header } = await rider([answers(202, requested)]);
    const { rideId } = await answerOf(client.POST('/rides', { body: trip }));
    expect(rideId).toBe(requested.rideId);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /rides']);
    expect(header('authorization')).toEqual(['Bearer a-token']);
  });
  it.each([
    ['the connection is lost', cut],
    ['the service is away', answers(503, {}, { 'retry-after': '0' })],
    ['what stands before it is', answers(502)],
    ['there were too many', answers(429)],
    ['the same one is being answered', answers(409, {}, { 'retry-after': '0' })],
  ])('is sent again with the same key when %s', async (_, mishap) => {
    const { rider: client, header } = await rider([mishap, mishap, answers(202, requested)]);
    expect(await answerOf(client.POST('/rides', { body: trip }))).toEqual(requested);
    const keys = header('idempotency-key');
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });
  it('has a key of its own, or the one that it is given', async () => {
    const { rider: client, header } = await rider([answers(202, requested)]);
    await client.POST('/rides', { body: trip });
    await client.POST('/rides', { body: trip });
    await client.POST('/rides', { body: trip, headers: { 'Idempotency-Key': 'mine' } });
    expect(new Set(header('idempotency-key')).size).toBe(3);
    expect(header('idempotency-key')[2]).toBe('mine');
  });
  it('waits as long as it is told to', async () => {
    const times: number[] = [];
    const busy = answers(503, {}, { 'retry-after': '1' });
    const noted: Script = [
      (request, response) => (times.push(performance.now()), busy(request, response)),
      (request, response) => (times.push(performance.now()), answers(200, { rides: [] })(request, response)),
    ];
    const { rider: client } = await rider(noted);
    await answerOf(client.GET('/rides'));
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
  });
  it('is not sent again when it was refused, and throws what the refusal says', async () => {
    const problem = { code: 'ride_ended', detail: 'It is over.', correlationId: 'c' };
    const { rider: client, asked } = await rider([answers(409, problem)]);
    const path = { rideId: requested.rideId };
    const call = answerOf(client.POST('/rides/{rideId}/cancellation', { params: { path }, body: {} }));
    await expect(call).rejects.toMatchObject({ status: 409, code: 'ride_ended', message: 'It is over.' });
    await expect(call).rejects.toBeInstanceOf(RideProblem);
    expect(asked).toHaveLength(1);
  });
  it('ends with the last answer, or with NoAnswer, when patience ends', async () => {
    const away = await rider([answers(503, { code: 'temporarily_unavailable', detail: 'Later.' })], { patienceMs: 1 });
    await expect(answerOf(away.rider.GET('/rides'))).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    stop?.();
    const lost = await rider([cut], { patienceMs: 1 });
    await expect(answerOf(lost.rider.GET('/rides'))).rejects.toBeInstanceOf(NoAnswer);
  });
  it('is sent again when an attempt takes too long', async () => {
    const silent = () => undefined;
    const { rider: client, asked } = await rider([silent, answers(200, { rides: [] })], { attemptMs: 50 });
    await answerOf(client.GET('/rides'));
    expect(asked).toHaveLength(2);
  });
  it('ends with its signal', async () => {
    const { rider: client } = await rider([cut]);
    const call = client.GET('/rides', { signal: AbortSignal.timeout(150) });
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
