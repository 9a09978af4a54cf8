import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { CloudEvent, Kafka as KafkaBinding } from 'cloudevents';
import { services } from '../src/infrastructure.js';
import { FiveServices } from './journey/five-services.js';
import { Person } from './journey/people.js';
import { recordsIn, type LoggedRecord } from './journey/topics.js';

const pickup = { lat: 40.75831, lng: -73.98547 };
const dropoff = { lat: 40.70742, lng: -74.01129 };
const standsAt = { lat: 40.75769, lng: -73.98571 };
const riderProfile = { name: 'Wilhelmina Pennyworth', email: 'wilhelmina@pennyworth.example', phone: '+12125550143' };
const driverProfile = {
  name: 'Thaddeus Quartermaine',
  email: 'thaddeus@quartermaine.example',
  phone: '+12125550178',
  vehicle: 'Toyota Prius',
  plate: 'T740185C',
};
const metered = { distanceMetres: 7_100, durationSeconds: 1_260 };
const TOPICS = [
  'rides.v1',
  'riders.v1',
  'drivers.v1',
  'driver-availability.v1',
  'driver-locations.v1',
  'notifications.v1',
];

interface Estimate {
  readonly fareEstimateId: string;
  readonly options: readonly { readonly fare: unknown; readonly pickupEtaSeconds: number | null }[];
}

/** One ride, from the wish to the receipt, between people who know the public REST API and nothing else. */
describe('a ride from request to receipt', () => {
  let five: FiveServices;
  let rider: Person;
  let driver: Person;
  let operator: Person;
  let rideId: string;
  let pin: string;
  let receipt: unknown;
  let estimate: Estimate;
  /** Requests that something was said because of, by what they asked for. */
  const asked = new Map<string, string>();
  let records: readonly LoggedRecord[];
  let ofRide: readonly LoggedRecord[];

  async function says(person: Person, service: 'rider' | 'driver', request: string, body?: unknown): Promise<void> {
    const [method = '', path = ''] = request.split(' ');
    const { status, requestId, body: answer } = await person.ask(service, method, path, body);
    if (status >= 300) throw new Error(`${request}: ${status} ${JSON.stringify(answer)}`);
    asked.set(requestId, request.replace(rideId, ':ride').replace(/offers\/[^/]+/, 'offers/:offer'));
    if (request === 'POST /rides') rideId = (answer as { rideId: string }).rideId;
  }

  beforeAll(async () => {
    five = await FiveServices.start({ RIDE_LOG_LEVEL: 'trace' });
    [rider, driver, operator] = await Promise.all([
      Person.of(five, 'rider'),
      Person.of(five, 'driver'),
      Person.of(five, 'operator'),
    ]);
    await says(rider, 'rider', 'PUT /profile', riderProfile);
    await says(driver, 'driver', 'PUT /profile', driverProfile);
    await rider.listen();
    await driver.listen();
    await says(driver, 'driver', 'PUT /shift', { location: standsAt });
    await says(driver, 'driver', 'POST /positions', { points: [standsAt] });

    estimate = await estimated();
    const { fareEstimateId } = estimate;
    await says(rider, 'rider', 'POST /rides', { pickup, dropoff, vehicleClass: 'standard', fareEstimateId });
    const { offerId } = await driver.hears('offer.made');
    await says(driver, 'driver', `POST /offers/${offerId}/acceptance`);
    await Promise.all([driver.hears('booking.created'), rider.hears('ride.booked')]);
    await says(driver, 'driver', `POST /rides/${rideId}/arrival`, { location: pickup });
    await rider.hears('ride.arrived');
    pin = (await rider.ask('rider', 'GET', `/rides/${rideId}`)).body.pin;
    await says(driver, 'driver', `POST /rides/${rideId}/pickup`, { pin });
    await rider.hears('ride.aboard');
    await says(driver, 'driver', `POST /rides/${rideId}/dropoff`, { location: dropoff, ...metered });
    await Promise.all([rider.hears('ride.completed'), driver.hears('ride.ended')]);
    receipt = (await rider.ask('rider', 'GET', `/rides/${rideId}`)).body;

    await allDelivered();
    records = unique(
      await recordsIn(
        five.kafka(),
        TOPICS.map((name) => five.topic(name)),
      ),
    );
    ofRide = records.filter(({ topic }) => topic === five.topic('rides.v1'));
  });

  afterAll(async () => {
    rider?.leave();
    driver?.leave();
    await five?.stop();
  });

  /** What the ride would cost, once the rider's service has heard that the driver is free. */
  async function estimated(): Promise<Estimate> {
    const until = Date.now() + 20_000;
    for (;;) {
      const { body } = await rider.ask('rider', 'POST', '/fare-estimates', {
        pickup,
        dropoff,
        vehicleClass: 'standard',
      });
      if ((body as Estimate).options[0]?.pickupEtaSeconds !== null) return body as Estimate;
      if (Date.now() > until) throw new Error(`Nobody is near: ${JSON.stringify(body)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Resolves when no service has anything left to send or to try again. */
  async function allDelivered(): Promise<void> {
    const until = Date.now() + 20_000;
    for (;;) {
      const counts = await Promise.all(services.map((name) => operator.ask(name, 'GET', '/operations/delivery')));
      const left = services.map((name, n) => ({ name, ...(counts[n]?.body as Record<string, number>) }));
      if (left.every(({ name: _, ...of }) => Object.values(of).every((count) => count === 0))) return;
      if (Date.now() > until) throw new Error(`Still left to deliver: ${JSON.stringify(left)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('costs what its rider was told before, who was also told how near a driver is', () => {
    expect(estimate.options).toEqual([
      {
        vehicleClass: 'standard',
        fare: (receipt as { fare: unknown }).fare,
        pickupEtaSeconds: expect.any(Number) as number,
      },
    ]);
    expect(estimate.options[0]?.pickupEtaSeconds).toBeLessThan(60);
  });

  it('ends with a receipt that names driver, way and fare', () => {
    const { name, plate, vehicle } = driverProfile;
    expect(receipt).toMatchObject({ status: 'completed', driver: { name, plate, vehicle }, ...metered });
    expect(receipt).toMatchObject({ fare: { currency: 'USD', minor: expect.any(Number) }, settledBy: 'quote' });
  });

  it('has ended once, and as completed, in all five services', async () => {
    for (const name of services) {
      const { body } = await operator.ask(name, 'POST', '/operations/outcomes', { rideIds: [rideId] });
      expect([name, body]).toEqual([name, [{ rideId, outcome: 'completed', endings: 1 }]]);
    }
  });

  it('was told to both by messages', async () => {
    const kinds = async (person: Person): Promise<string[]> => {
      const { body } = await person.ask('notification', 'GET', '/messages');
      return (body.messages as { kind: string }[]).map(({ kind }) => kind);
    };
    expect(await kinds(rider)).toContain('receipt');
    expect(await kinds(driver)).toContain('earnings');
  });

  it('stands in the log, each fact with the ride as its key and correlation, and with what caused it', () => {
    const typeOf = new Map(records.map(({ headers }) => [headers['ce_id'], headers['ce_type']]));
    const causeOf = (id = ''): string => asked.get(id) ?? typeOf.get(id) ?? `unknown cause ${id}`;
    const story = ofRide.map(({ headers }) => [headers['ce_type'], causeOf(headers['ce_causationid'])]);
    expect(story).toEqual([
      ['ride.RideRequested', 'POST /rides'],
      ['ride.RideOffered', 'ride.RideRequested'],
      ['ride.RideAccepted', 'POST /offers/:offer/acceptance'],
      ['ride.BookingCreated', 'ride.RideAccepted'],
      ['ride.DriverArrived', 'POST /rides/:ride/arrival'],
      ['ride.RiderPickedUp', 'POST /rides/:ride/pickup'],
      ['ride.RiderDroppedOff', 'POST /rides/:ride/dropoff'],
      ['ride.BookingCompleted', 'ride.RiderDroppedOff'],
    ]);
    for (const { key, headers } of ofRide) {
      expect([headers['ce_type'], key, headers['ce_correlationid']]).toEqual([headers['ce_type'], rideId, rideId]);
    }
  });

  it('can be followed on every topic: each fact goes back to a request, and what the ride caused has its id', () => {
    const byId = new Map(records.map((record) => [record.headers['ce_id'], record]));
    for (const record of records) {
      const way = [record];
      for (;;) {
        const cause = way.at(-1)?.headers['ce_causationid'] ?? '';
        const earlier = byId.get(cause);
        if (earlier === undefined) {
          expect([way.map(({ headers }) => headers['ce_type']), asked.get(cause)]).toEqual([
            expect.anything(),
            expect.any(String),
          ]);
          break;
        }
        if (way.push(earlier) > 20) throw new Error(`A circle of causes: ${record.headers['ce_id']}`);
      }
      const { headers } = record;
      if (way.some(({ topic }) => topic === five.topic('rides.v1')))
        expect([headers['ce_type'], headers['ce_correlationid']]).toEqual([headers['ce_type'], rideId]);
    }
  });

  it('decodes with a Confluent client and the registry alone; its headers pass the CloudEvents SDK', async () => {
    const registry = new SchemaRegistry({ host: five.settings.registry.url });
    expect(records.length).toBeGreaterThan(ofRide.length);
    for (const { headers, key, value } of records) {
      const message = { headers, key: key ?? '', value, body: value };
      const event = KafkaBinding.toEvent(message);
      if (!(event instanceof CloudEvent)) throw new Error('one record was read as several events');
      expect(event.validate()).toBe(true);
      expect(event.subject).toBe(key);
      if (value === null) throw new Error(`${event.type} has no value`);
      expect([event.type, await registry.decode(value)]).toEqual([event.type, expect.any(Object)]);
    }
    const [requested] = ofRide;
    expect(await registry.decode(requested?.value ?? Buffer.of())).toMatchObject({ rideId, riderId: rider.id, pickup });
  });

  it('left nothing personal, no place and no PIN in any log', () => {
    const places = [pickup, dropoff, standsAt].flatMap(({ lat, lng }) => [`${lat}`, `${Math.abs(lng)}`]);
    const words = [riderProfile, driverProfile].flatMap((profile) => Object.values(profile));
    const names = words.flatMap((word) => [word, ...word.split(' ')]);
    for (const service of services) {
      const log = five.logOf(service);
      expect([service, log.includes('"route":"/operations/outcomes"')]).toEqual([service, true]);
      expect(names.concat(places).filter((each) => log.includes(each))).toEqual([]);
      // Ids, trace ids and times have digits of their own; what is left must not be the PIN.
      const rest = log.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|"(?:time|ms)":"?[^",}]*/g, '');
      expect([service, new RegExp(`(?<![0-9])${pin}(?![0-9])`).exec(rest)]).toEqual([service, null]);
    }
    expect(pin).toMatch(/^\d{4}$/);
  });
});

/** A fact is in the log at least once. */
function unique(records: readonly LoggedRecord[]): readonly LoggedRecord[] {
  return [...new Map(records.map((record) => [record.headers['ce_id'], record])).values()];
}
