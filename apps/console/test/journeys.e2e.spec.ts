import { settings } from '@ride/configuration';
import {
  BookingCompleted,
  BookingCreated,
  factHeaders,
  FactsHandled,
  handledText,
  RideOffered,
  RideRequested,
  RiderRegistered,
  type NewFact,
} from '@ride/events';
import { kafkaLog, type LogRecord } from '@ride/messaging';
import { makeLogger } from '@ride/observability';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

const [rideId, riderId, driverId, offerId, requestId] = [v7(), v7(), v7(), v7(), v7()];
const trace = '0af7651916cd43dd8448eb211c80319c';
const place = { lat: 40.758, lng: -73.9855 };
const fare = { minor: 2310, currency: 'USD' };
const ask = { rideId, pickup: place, dropoff: place, fareEstimate: fare };
const booked = { rideId, riderId, driverId, offerId, fare };
const personal = { name: 'Wilhelmina Pennyworth', contact: { email: 'wilhelmina@pennyworth.example' } };

describe('journeys', () => {
  let service: ServiceUnderTest;
  let requested: string;
  let offered: string;
  let created: string;

  const log = () => kafkaLog({ ...settings().kafka, clientId: 'test', logger: makeLogger('test', 'silent') });

  /** A copy of a failed fact, as a service writes it. */
  async function copy(topic: string, id: string, fact: NewFact, about: Readonly<Record<string, string>>) {
    const envelope = { id, fact, source: '/rider', time: Date.now(), correlationId: rideId, causationId: requestId };
    const added = Object.entries(about).map(([name, value]) => [name, Buffer.from(value)] as const);
    const producer = await log().producer();
    const headers = [...factHeaders(envelope), ...added];
    const record = {
      topic: settings().namespace + topic,
      key: Buffer.from(rideId),
      value: Buffer.from('as it was'),
      headers,
    };
    await producer.send([record]).finally(() => producer.close());
  }

  async function get(path: string) {
    return (await service.request('GET', path, { token: await service.token('operator') })).body;
  }

  /** Places in the log of all that was said about the ride, as the test has read it for itself. */
  function inTheLog(): string[] {
    const { facts, others } = service.log;
    const records: LogRecord[] = [...facts.all.map(({ record }) => record), ...others.all];
    const isHere = ({ headerTexts, topic }: LogRecord) =>
      !topic.endsWith('handlings.v1') &&
      headerTexts.some(([name, value]) => name === 'ce_correlationid' && value === rideId);
    return records
      .filter(isHere)
      .map(({ topic, partition, offset }) => `${topic.slice(settings().namespace.length)}/${partition}/${offset}`);
  }
  const placesOn = (journey: { entries: { topic?: string; partition: number; offset: string }[] }) =>
    journey.entries.flatMap(({ topic, partition, offset }) =>
      topic === undefined ? [] : `${topic}/${partition}/${offset}`,
    );

  /** Until the journey has as many places as the log. */
  const complete = () =>
    eventually(
      'the whole journey',
      async () =>
        (await service.request('GET', `/journeys/${rideId}`, { token: await service.token('operator') })).body,
      (body) => Array.isArray(body.entries) && placesOn(body).length >= inTheLog().length,
    );

  beforeAll(async () => {
    service = await serviceUnderTest(() => import('../src/console.module.js').then((m) => m.ConsoleModule), 'console');
    const cause = {
      id: requestId,
      correlationId: rideId,
      request: 'POST /rides',
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    };
    const wish = RideRequested({ ...ask, riderId, vehicleClass: 'standard', area: 'new-york', expiresAt: Date.now() });
    requested = await service.say(wish, { cause });
    offered = await service.say(
      RideOffered({ ...ask, offerId, driverId, round: 1, pickupEtaSeconds: 60, expiresAt: Date.now() }),
      { cause: { id: requested, correlationId: rideId } },
    );
    await copy('booking.retry.v1', requested, wish, {
      ...{ 'retry-subscription': 'booking', 'retry-topic': 'rides.v1', 'retry-fact': '17', 'retry-attempts': '1' },
      ...{ 'retry-handler': 'BookingHandlers.follow', 'retry-code': '23514', 'retry-reason': 'Error: no room' },
      'retry-due': String(Date.now()),
    });
    await copy('booking.dead-letters.v1', requested, wish, {
      ...{ 'dead-letter-subscription': 'booking', 'dead-letter-handler': 'BookingHandlers.follow' },
      ...{ 'dead-letter-attempts': '5', 'dead-letter-code': '23514', 'dead-letter-reason': 'Error: no room' },
    });
    const handled = {
      event: requested,
      correlationId: rideId,
      attempt: 2,
      at: Date.now(),
      tookMs: 1.5,
      handler: 'Searches.open',
    };
    await service.say(
      FactsHandled({
        correlationId: rideId,
        subscription: 'matching',
        began: handled.at,
        handled: handledText(handled.at, [handled]),
      }),
      { by: 'matching' },
    );
    created = await service.say(BookingCreated({ ...booked, pickupEtaSeconds: 60 }), {
      cause: { id: offered, correlationId: rideId },
    });
    await service.say(BookingCreated({ ...booked, pickupEtaSeconds: 60 }), { value: Buffer.from('no Avro') });
    await service.say(RiderRegistered({ riderId, ...personal, rating: { average: 0, count: 0 }, version: 1 }), {
      cause: { id: v7(), correlationId: rideId },
    });
    await eventually(
      'the log as the test reads it',
      async () => inTheLog().length,
      (length) => length === 7,
    );
  });
  afterAll(() => service?.stop());

  it('have all that stands in the log about a ride, whoever said it and on whatever topic', async () => {
    const journey = await complete();
    expect(placesOn(journey).sort()).toEqual(inTheLog().sort());
  });

  it('tell what was because of what: the request first, and who handled it in which attempt', async () => {
    const { entries, ride, traceIds } = await complete();
    const told = entries.map(({ kind, id, causationId, type }: Record<string, string>) => [
      kind,
      type ?? id,
      causationId,
    ]);
    expect(told).toContainEqual(['request', requestId, null]);
    expect(told).toContainEqual(['fact', 'RideRequested', requestId]);
    expect(told).toContainEqual(['fact', 'BookingCreated', offered]);
    expect(entries.find(({ id }: { id: string }) => id === requestId).request).toBe('POST /rides');
    expect(entries.find(({ id }: { id: string }) => id === created)).toMatchObject({
      service: 'booking',
      unreadable: null,
    });
    expect(ride).toMatchObject({ rideId, riderId, driverId, state: 'booked', area: 'new-york' });
    expect(traceIds).toEqual([trace]);
    await eventually(
      'what was handled',
      async () => (await get(`/journeys/${rideId}`)).entries,
      (all) =>
        all.some(
          ({ kind, causationId, attempt }: Record<string, unknown>) =>
            kind === 'handled' && causationId === requested && attempt === 2,
        ),
    );
  });

  it('tell why something was tried again, and how to find what is dead', async () => {
    const { entries } = await complete();
    const of = (kind: string) => entries.filter((entry: { kind: string }) => entry.kind === kind);
    expect(of('retry')).toMatchObject([
      { causationId: requested, service: 'booking', attempt: 1, error: 'Error: no room' },
    ]);
    expect(of('dead-letter')).toMatchObject([{ causationId: requested, reason: '23514', attempts: 5, letterId: '17' }]);
  });

  it('have what nobody can read, as such, and nothing that is personal', async () => {
    const journey = await complete();
    const unreadable = journey.entries.filter((entry: { unreadable?: string | null }) => entry.unreadable);
    expect(unreadable).toHaveLength(1);
    const kept = JSON.stringify([
      journey,
      await service.sql('SELECT * FROM record'),
      await service.sql('SELECT * FROM journey'),
    ]);
    for (const secret of [personal.name, personal.contact.email, String(place.lat)]) expect(kept).not.toContain(secret);
  });

  it('are found by ride, rider, driver, and how an id begins', async () => {
    await complete();
    for (const query of [`ride=${rideId}`, `rider=${riderId}`, `driver=${driverId}`, `text=${rideId.slice(0, 20)}`]) {
      const { journeys } = await get(`/journeys?${query}`);
      expect(journeys).toMatchObject([{ correlationId: rideId, retries: 1, deadLetters: 1, facts: 5 }]);
    }
    expect((await get(`/journeys?driver=${v7()}`)).journeys).toEqual([]);
    const { states } = await get('/rides/by-state');
    expect(states).toContainEqual({ state: 'booked', rides: 1, oldestAt: expect.any(String) });
  });

  it('lose nothing by a restart, and count nothing twice that is heard again', async () => {
    const before = await complete();
    await service.halt();
    const admin = await log().admin();
    // Whoever comes next hears everything from the beginning.
    await admin.deleteGroups([`${settings().namespace}console.journeys`]).finally(() => admin.close());
    const more = { distanceMetres: 1, durationSeconds: 1, settledBy: 'quote', area: 'new-york' } as const;
    await service.say(BookingCompleted({ ...booked, ...more }), { cause: { id: created, correlationId: rideId } });
    await service.resume();
    const after = await eventually(
      'the end',
      () => get(`/journeys/${rideId}`),
      (journey) => journey.ride?.state === 'completed' && placesOn(journey).length > placesOn(before).length,
    );
    expect(placesOn(after).sort()).toEqual(inTheLog().sort());
    const { journeys } = await get(`/journeys?ride=${rideId}`);
    expect(journeys).toMatchObject([{ retries: 1, deadLetters: 1, facts: 6 }]);
    const { outcomesLastHour } = await get('/rides/by-state');
    expect(outcomesLastHour).toContainEqual({ outcome: 'completed', rides: 1 });
  });
});
