import { catalogue, deadLetterTopic, physicalTopic, retentionMs, retryTopic, writersOf } from './catalogue.js';
import { factByCeType } from './declared.js';
import {
  driverAvailability,
  driverLocations,
  notifications,
  RideRequested,
  rides,
  DriverMoved,
} from './facts/index.js';
import { oneOf, optional, text } from './fields/kinds.js';
import { topic } from './topic.js';

const about = { what: 'a demo was given', by: 'rider', change: 'secondary' } as const;

describe('a declared topic', () => {
  it('makes facts that carry their topic and key', () => {
    const data = { driverId: 'd', location: { lat: 1, lng: 2 }, area: 'a' };
    expect(DriverMoved(data)).toMatchObject({ type: 'DriverMoved', topic: 'driver-locations.v1', key: 'd', data });
    expect(DriverMoved(data).fact).toBe(DriverMoved);
  });

  it('names its records by its noun', () => {
    expect(RideRequested.ceType).toBe('ride.RideRequested');
    expect(RideRequested.topic).toBe(rides);
    expect(RideRequested.avro).toMatchObject({ namespace: 'ride', name: 'RideRequested' });
    expect(catalogue().topics.map(({ noun }) => noun)).toEqual([
      'ride',
      'driver',
      'availability',
      'location',
      'rider',
      'notification',
      'instance',
      'handling',
      'demand',
      'demand_late',
      'statement',
      'statement_late',
    ]);
  });

  it('is declared once, and so are its facts', () => {
    expect(() => topic('rides.v1', { key: 'rideId', cleanup: 'compact', partitions: 1 })).toThrow('declared twice');
    const other = topic('others.v1', { key: 'otherId', cleanup: 'compact', partitions: 1, keyIs: text, noun: 'thing' });
    const Thing = other.fact('ThingHappened', about, {});
    expect(Thing.ceType).toBe('thing.ThingHappened');
    expect(factByCeType('thing.ThingHappened')).toBe(Thing);
    expect(() => other.fact('RideRequested', about, {})).toThrow(
      'RideRequested is declared twice: on rides.v1 and on others.v1',
    );
  });

  it('says whether the log or a writer decides', () => {
    expect(writersOf(rides)).toEqual(['rider', 'driver', 'matching', 'booking']);
    expect(writersOf(driverAvailability)).toEqual(['driver']);
    expect(rides).toMatchObject({ correlatedBy: 'key', ordered: true });
    expect(notifications.ordered).toBe(false);
  });

  it('keeps its records as long as it says', () => {
    expect([rides, driverAvailability, driverLocations].map(({ cleanup }) => retentionMs(cleanup))).toEqual([
      1_209_600_000,
      null,
      3_600_000,
    ]);
  });
});

describe('the topics of failed facts', () => {
  it('are one for each service, and take a fact of the largest size with what is added to it', () => {
    expect(retryTopic('booking')).toMatchObject({
      name: 'booking.retry.v1',
      partitions: 3,
      maxMessageBytes: 2_097_152,
    });
    expect(deadLetterTopic('rider')).toMatchObject({ name: 'rider.dead-letters.v1', cleanup: { deleteAfterDays: 90 } });
  });
  it('have the namespace in front, as all topics', () => {
    expect(physicalTopic(retryTopic('booking').name, 't1_')).toBe('t1_booking.retry.v1');
  });
});

describe('an enum', () => {
  it("has 'unknown' as its Avro default, which nobody declares", () => {
    const Coloured = topic('colours.v1', { key: 'colourId', cleanup: 'compact', partitions: 1 }).fact(
      'Coloured',
      about,
      {
        colour: optional(oneOf('red')),
      },
    );
    expect(Coloured.avro.fields[1]).toEqual({
      name: 'colour',
      type: ['null', { type: 'enum', name: 'Colour', symbols: ['unknown', 'red'], default: 'unknown' }],
      default: null,
    });
    expect(() => oneOf('red', 'unknown')).toThrow("'unknown' is in every enum already");
  });
  it('is in every declared fact that has one of them', () => {
    const enums = JSON.stringify(catalogue().facts.map(({ avro }) => avro)).match(/"type":"enum"[^}]*}/g) ?? [];
    expect(enums.length).toBeGreaterThan(10);
    for (const found of enums) expect(found).toMatch(/"symbols":\["unknown",.*"default":"unknown"/);
  });
});
