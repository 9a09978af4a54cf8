import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { services } from '../src/infrastructure.js';
import { FiveServices } from './journey/five-services.js';
import { Person } from './journey/people.js';
import {
  AppTrace,
  does,
  driverProfile,
  dropoff,
  pickup,
  rideIn,
  riderProfile,
  standsAt,
} from './telemetry/a-traced-ride.js';
import { declared } from './telemetry/declared.js';
import { OtlpReceiver, type ToldSpan } from './telemetry/otlp-receiver.js';

/** All services come up, and go again, before the first look. */
const STARTS_AND_ENDS_MS = 300_000;

/** A ride as it should be, and one that booking can't handle before it is mended: read back from what was told. */
describe('telemetry', () => {
  const whole = new AppTrace();
  const failing = new AppTrace();
  let receiver: OtlpReceiver;
  let five: FiveServices;
  let people: readonly Person[] = [];

  beforeAll(async () => {
    receiver = await OtlpReceiver.open();
    five = await FiveServices.start({
      RIDE_OTLP_URL: receiver.url,
      RIDE_TRACE_RATIO: '1',
      RIDE_RETRY_BACKOFF_MS: '50',
      RIDE_SEARCH_MS: '20000',
    });
    people = await rideIn(whole, five, receiver.url);
    await rideThatFails();
    await told((spans) => of(failing, spans).some(({ name }) => name.startsWith('deadline')));
    for (const person of people) person.leave();
    // What is not told yet is told at the end.
    await five.stop();
  }, STARTS_AND_ENDS_MS);
  afterAll(async () => {
    for (const person of people) person.leave();
    await five?.stop();
    await receiver?.close();
  });

  const of = ({ traceId }: AppTrace, spans: readonly ToldSpan[] = receiver.spans) =>
    spans.filter((span) => span.traceId === traceId);
  const told = (is: (spans: readonly ToldSpan[]) => boolean) => until(() => is(receiver.spans));

  async function rideThatFails(): Promise<void> {
    const [rider, operator] = await Promise.all([Person.of(five, 'rider'), Person.of(five, 'operator')]);
    await does(rider, 'rider', 'PUT /profile', riderProfile);
    await inBooking('ALTER TABLE booking ADD CONSTRAINT broken CHECK (false) NOT VALID');
    rider.traceparent = failing.traceparent;
    await does(rider, 'rider', 'POST /rides', { pickup, dropoff, vehicleClass: 'standard' });
    const dead = { topic: 'rides.v1', code: '23514' };
    await until(async () => {
      const { body } = await operator.ask('booking', 'GET', '/dead-letters');
      return (body as { letters: readonly unknown[] }).letters.length > 0;
    });
    await inBooking('ALTER TABLE booking DROP CONSTRAINT broken');
    await does(operator, 'booking', 'POST /dead-letters/replay', { filter: dead, reason: 'mended' });
    await told((spans) => spans.some((span) => isHandled(span) && span.attributes['error.type'] === undefined));
  }

  const isHandled = ({ service, name, traceId }: ToldSpan): boolean =>
    traceId === failing.traceId && service === 'booking' && name === 'process rides.v1 RideRequested';

  async function inBooking(sql: string): Promise<void> {
    const { postgres, namespace } = five.settings;
    const client = new pg.Client({ connectionString: `${postgres.url}/${namespace}ride_booking` });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  it('makes a ride from POST /rides to the receipt one trace across all five services', () => {
    const spans = of(whole);
    expect(spans.map(({ service }) => service)).toEqual(expect.arrayContaining([...services]));
    const names = spans.map(({ service, name }) => `${service}: ${name}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'rider: POST /rides',
        'rider: send rides.v1 RideRequested',
        'matching: process rides.v1 RideRequested',
        'matching: send rides.v1 RideOffered',
        'driver: process rides.v1 RideOffered',
        'driver: POST /offers/:offerId/acceptance',
        'booking: process rides.v1 RideAccepted',
        'booking: send rides.v1 BookingCompleted',
        'rider: process rides.v1 BookingCompleted',
        'notification: process rides.v1 BookingCompleted',
      ]),
    );
  });

  it('hangs every span on one that was told', () => {
    for (const trace of [whole, failing]) {
      const known = new Set([...of(trace).map(({ spanId }) => spanId), trace.spanId]);
      expect(of(trace).filter(({ parentId }) => !known.has(parentId))).toEqual([]);
      expect(known.size).toBe(of(trace).length + 1);
    }
    // Links, too, lead to what was told.
    const known = new Set([...receiver.spans.map(({ spanId }) => spanId), whole.spanId, failing.spanId]);
    expect(receiver.spans.flatMap(({ links }) => links).filter(({ spanId }) => !known.has(spanId))).toEqual([]);
  });

  it('keeps the trace through retry, dead letter and replay', () => {
    const attempts = of(failing)
      .filter(isHandled)
      .sort((a, b) => a.began - b.began)
      .map(({ attributes }) => [attributes['ride.attempt'], attributes['ride.handler']]);
    expect(attempts).toEqual(
      [...new Set(attempts.map(([attempt]) => attempt))].map((attempt) => [attempt, 'BookingHandlers.follow']),
    );
    expect(attempts.map(([attempt]) => attempt)).toEqual([1, 2, 3]);
    const names = of(failing).map(({ service, name }) => `${service}: ${name}`);
    expect(names.filter((name) => name === 'booking: retry wait')).toHaveLength(2);
    expect(names).toEqual(
      expect.arrayContaining([
        'booking: send booking.retry.v1 RideRequested',
        'booking: send booking.dead-letters.v1 RideRequested',
      ]),
    );
  });

  it('tells every declared span and metric, and none besides, with declared attributes only', () => {
    const spans = declared('span');
    const metrics = declared('metric');
    expect([spans.length, metrics.length].every((count) => count > 5)).toBe(true);
    for (const [rows, all] of [
      [spans, receiver.spans],
      [metrics, receiver.points],
    ] as const) {
      const seen = new Set<string>();
      for (const { name, attributes } of all) {
        const row = rows.find(({ is }) => is(name));
        expect([name, row?.name]).toEqual([name, expect.any(String)]);
        seen.add(row?.name ?? '');
        const undeclared = Object.keys(attributes).filter((each) => row?.attributes.includes(each) === false);
        expect([name, undeclared]).toEqual([name, []]);
      }
      expect(rows.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
    }
  });

  it('counts how rides end, and finds nothing behind at the end', () => {
    const last = (name: string, has: Readonly<Record<string, string>> = {}) =>
      receiver.points.findLast(
        (point) => point.name === name && Object.entries(has).every(([key, value]) => point.attributes[key] === value),
      )?.value;
    expect(last('ride.rides.ended', { 'ride.outcome': 'completed' })).toBe(1);
    expect(last('ride.facts.failed', { 'ride.fate': 'dead' })).toBe(1);
    expect(last('ride.facts.failed', { 'ride.fate': 'retried' })).toBe(1);
    expect(last('ride.time_to_first_offer')).toBe(1);
    for (const service of services) {
      const group = `${five.settings.namespace}${service}`;
      expect([group, last('ride.lag.seconds', { 'messaging.consumer.group.name': group })]).toEqual([group, 0]);
    }
  });

  it('tells nothing personal, and no place', () => {
    const words = [riderProfile, driverProfile].flatMap((profile) => Object.values(profile));
    const places = [pickup, dropoff, standsAt].flatMap(({ lat, lng }) => [`${lat}`, `${Math.abs(lng)}`]);
    const all = receiver.texts.join('\n');
    const names = words.flatMap((word) => [word, ...word.split(' ')]);
    expect([...names, ...places, '/hook'].filter((each) => all.includes(each))).toEqual([]);
  });
});

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 40_000;
  while (!(await is())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(100);
  }
}
