import avro from 'avsc';
import * as fc from 'fast-check';
import { avroOf } from '../avro.js';
import { catalogue } from '../catalogue.js';
import { DriverMoved, NotificationFailed, RideOfferWithdrawn, RideRequested } from '../facts/index.js';
import { arbitraryData } from '../fields/arbitrary.js';
import { oneOf, optional, shapes, text, uuid } from '../fields/kinds.js';
import { topic } from '../topic.js';
import { FactCodec } from './fact-codec.js';

const id = '0198a0f0-0000-7000-8000-000000000001';
const other = '0198a0f0-0000-7000-8000-000000000002';
const place = { lat: 40.75, lng: -73.99 };

const { facts } = catalogue();

describe('a declared fact', () => {
  it.each(facts.map((fact) => [fact.type, fact] as const))(
    '%s is read as it was written, whatever it carries',
    (_, fact) => {
      const codec = new FactCodec(fact);
      fc.assert(
        fc.property(arbitraryData(shapes(fact.fields)), fc.nat(0xffff_ffff), (data, schemaId) => {
          const bytes = codec.encode(schemaId, data);
          expect([bytes[0], bytes.readUInt32BE(1)]).toEqual([0, schemaId]);
          expect(codec.decode(codec.type, bytes)).toStrictEqual(data);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('is plain data: an absent field is absent, nested objects are plain', () => {
    const codec = new FactCodec(DriverMoved);
    const read = codec.decode(
      codec.type,
      codec.encode(1, { driverId: id, location: place, area: 'nyc', speed: undefined }),
    );
    expect(read).toStrictEqual({ driverId: id, location: place, area: 'nyc' });
  });

  it('may be larger than what was encoded before it', () => {
    const codec = new FactCodec(NotificationFailed);
    const data = {
      recipientId: id,
      about: { factId: other, fact: 'RideOffered' },
      channel: 'in_app',
      reason: 'é'.repeat(99_999),
    };
    expect(codec.decode(codec.type, codec.encode(7, data))).toStrictEqual(data);
  });
});

describe('what is refused when it is written', () => {
  const requested = {
    rideId: id,
    riderId: other,
    pickup: place,
    dropoff: place,
    vehicleClass: 'xl',
    area: 'nyc',
    fareEstimate: { minor: 1250, currency: 'USD' },
    expiresAt: 1_772_000_000_000,
  };
  it.each([
    ['a field that is missing', { area: undefined }, 'area should be "string" and is undefined'],
    [
      'a nested field of another type',
      { pickup: { lat: 'north', lng: 1 } },
      'pickup.lat should be "double" and is another string',
    ],
    ['a nested record that is missing', { dropoff: undefined }, 'dropoff should be'],
    [
      'a fraction of a minor unit',
      { fareEstimate: { minor: 0.5, currency: 'USD' } },
      'fareEstimate.minor should be "long"',
    ],
    ['a symbol that nobody declared', { vehicleClass: 'rocket' }, 'vehicleClass should be'],
    ["'unknown', which only readers see", { vehicleClass: 'unknown' }, "vehicleClass is 'unknown'"],
    ['a Date', { expiresAt: new Date(0) }, 'expiresAt should be'],
    [
      'an amount that would be written as another',
      { fareEstimate: { minor: -(2 ** 52), currency: 'USD' } },
      'minor is too large',
    ],
    ['an id that is none', { riderId: 'R-1' }, 'riderId is no UUID in lower case'],
    ['a UUID in upper case', { riderId: other.toUpperCase().replace('98A', 'ABC') }, 'riderId is no UUID'],
  ])('%s', (_, change, message) => {
    expect(() => new FactCodec(RideRequested).encode(1, { ...requested, ...change })).toThrow(message);
  });

  it('names the fact and has a code', () => {
    expect(() => new FactCodec(RideOfferWithdrawn).encode(1, {})).toThrow(
      expect.objectContaining({ code: 'invalid_fact', message: expect.stringContaining('RideOfferWithdrawn: rideId') }),
    );
  });
});

describe('a fact of another version', () => {
  const demos = topic('demo.v1', { key: 'demoId', cleanup: 'compact', partitions: 1 });
  const about = { what: 'a demo', by: 'rider', change: 'secondary' } as const;
  const Demo = demos.fact('Demo', about, { colour: oneOf('red', 'green'), note: optional(text) });
  const reader = new FactCodec(Demo);
  const written = (fields: Parameters<typeof shapes>[0], data: unknown, name = 'Demo') => {
    const writer = avro.Type.forSchema(avroOf('demo', name, shapes({ demoId: uuid, ...fields })) as never);
    return { writer, bytes: Buffer.concat([Buffer.from([0, 0, 0, 0, 9]), writer.toBuffer(data)]) };
  };

  it('is read when the writer did not know an optional field yet', () => {
    const { writer, bytes } = written({ colour: oneOf('red', 'green') }, { demoId: id, colour: 'green' });
    expect(reader.decode(writer, bytes)).toStrictEqual({ demoId: id, colour: 'green' });
  });

  it('is read when the writer knows a field that we do not', () => {
    const fields = { first: text, colour: oneOf('red', 'green'), note: optional(text), later: optional(text) };
    const { writer, bytes } = written(fields, { demoId: id, first: 'f', colour: 'red', note: 'n', later: 'l' });
    expect(reader.decode(writer, bytes)).toStrictEqual({ demoId: id, colour: 'red', note: 'n' });
  });

  it("has 'unknown' for a symbol that was added later", () => {
    const fields = { colour: oneOf('red', 'blue', 'green'), note: optional(text) };
    const { writer, bytes } = written(fields, { demoId: id, colour: 'blue' });
    expect(reader.decode(writer, bytes)).toStrictEqual({ demoId: id, colour: 'unknown' });
  });

  it('is undecodable when the record is another one', () => {
    const { writer, bytes } = written({ colour: oneOf('red', 'green') }, { demoId: id, colour: 'red' }, 'Other');
    expect(() => reader.decode(writer, bytes)).toThrow(expect.objectContaining({ code: 'undecodable' }));
  });
});

describe('bytes that are no fact', () => {
  const codec = new FactCodec(NotificationFailed);
  const good = codec.encode(1, { recipientId: id, about: { factId: other, fact: 'RideOffered' }, channel: 'webhook' });
  const refused = expect.objectContaining({ name: 'UndecodableFact', code: 'undecodable' });

  it('are refused when cut anywhere', () => {
    for (let end = 5; end < good.length; end += 1)
      expect(() => codec.decode(codec.type, good.subarray(0, end))).toThrow(refused);
  });
  it('are refused when something follows', () => {
    expect(() => codec.decode(codec.type, Buffer.concat([good, Buffer.from([0])]))).toThrow(refused);
  });
  it('never throw anything else, and never hang', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 200 }), (bytes) => {
        try {
          codec.decode(codec.type, Buffer.from(bytes));
        } catch (error) {
          expect(error).toEqual(refused);
        }
      }),
    );
  });
});
