import assert from 'node:assert';
import { settings } from '@ride/configuration';
import { physicalTopic, RiderRegistered } from '@ride/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { On, type Tx } from '../../src/index.js';
import { partitionOf } from '../../src/log/murmur2.js';
import type { NewRecord } from '../../src/log/port.js';
import { LogTap } from '../support/log-tap.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from '../support/small-service.js';
import { promise } from './promises.js';

@Entity('heard_rider')
class HeardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') length!: number;
}
const TABLES = 'CREATE TABLE heard_rider (id uuid PRIMARY KEY, length int NOT NULL)';
const BACKOFF = [50, 50];

/** What the handler throws, by the rider's id. */
const thrown = new Map<string, () => unknown>();
class RiderHandlers {
  @On(RiderRegistered)
  async register({ data: { riderId, name } }: RiderRegistered, tx: Tx): Promise<void> {
    await tx.load(HeardRow, riderId);
    if (thrown.has(riderId)) throw thrown.get(riderId)?.();
    tx.save(HeardRow, { id: riderId, length: name.length });
  }
}

interface Failed {
  readonly status: string;
  readonly code: string;
  readonly error: string;
  readonly attempts: number;
}

/** The handler that never returns has tests of its own (hanging-handlers), and so has the fact that kills the process (08-deadly-facts). */
describe(promise(8), () => {
  let service: SmallService;
  let saying: Saying;
  let tap: LogTap;

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    service = await smallService(RiderHandlers, TABLES, 'booking', { retry: { backoff: BACKOFF } });
    await service.app.listen();
    saying = await Saying.open();
    tap = await LogTap.on(saying.log, 'booking.dead-letters.v1');
  });
  afterAll(async () => {
    await tap.stop();
    await service.app.close();
    await saying.close();
    await dropDatabase();
  });

  const riderId = (): string => {
    // All in one partition.
    for (let id = v7(); ; id = v7())
      if (partitionOf(Buffer.from(id), RiderRegistered.topic.partitions) === 0) return id;
  };
  const registered = (id: string, name = 'A. Rider') => ({
    fact: RiderRegistered({ riderId: id, name, contact: {}, rating: { average: 0, count: 0 }, version: 1 }),
  });
  const query = <T>(sql: string, values: unknown[]): Promise<T[]> => service.runtime.data.query(sql, values);
  const failed = (key: Buffer) =>
    query<Failed>('SELECT status, code, error, attempts FROM failed_fact WHERE key = $1', [key]);
  const heard = (id: string) => query<HeardRow>('SELECT * FROM heard_rider WHERE id = $1', [id]);

  /** Behind the record, its partition goes on; resolves to what has become of the record itself. */
  const fateOf = async (record: NewRecord & { readonly key: Buffer }, says = saying): Promise<Failed> => {
    const [before, after] = [riderId(), riderId()];
    const around = [before, after].map((id) => saying.record(registered(id)));
    await says.send([around[0]!]);
    await says.send([record]);
    await says.send([around[1]!]);
    const handled = (id: string) => heard(id).then((rows) => rows.length > 0);
    const waiting = () =>
      service.runtime.health().consumers.find(({ groupId }) => groupId.endsWith('_booking'))?.waiting ?? null;
    await until(
      () => handled(after),
      (isHandled) => isHandled || waiting() !== null,
    );
    expect([waiting(), await handled(before), await handled(after)]).toEqual([null, true, true]);
    expect(await failed(record.key)).toHaveLength(1);
    const dead = await until(
      () => failed(record.key),
      (rows) => rows.some(({ status }) => status === 'dead'),
    );
    const letter = await tap.find('booking.dead-letters.v1', ({ raw }) => record.key.equals(raw.key!));
    expect(letter.raw.value?.equals(record.value!)).toBe(true);
    expect(dead).toHaveLength(1);
    return dead[0]!;
  };
  const fact = () => {
    const id = riderId();
    return { ...saying.record(registered(id)), id };
  };
  const topic = () => physicalTopic(RiderRegistered.topic.name, settings().namespace);

  it.each([
    ['bytes that are no wire format', Buffer.from('no Avro at all'), 'undecodable'],
    ['a value that ends too early', Buffer.from([0]), 'undecodable'],
    ['a schema id that the registry does not know', Buffer.from([0, 127, 255, 255, 255, 7]), 'unknown_schema'],
  ])('not %s: dead at once', async (_, value, code) => {
    expect(await fateOf({ ...fact(), value })).toMatchObject({ code, attempts: 1 });
  });

  it('not a record without headers: dead at once', async () => {
    const record = { topic: topic(), key: Buffer.from(riderId()), value: Buffer.from('{"no":"fact"}'), headers: [] };
    expect(await fateOf(record)).toMatchObject({ code: 'undecodable', attempts: 1 });
  });

  it.each([
    ['undefined', () => undefined, 'thrown: undefined'],
    ['null', () => null, 'thrown: null'],
    ['a text with a NUL', () => 'a\0b', 'thrown: a\\0b'],
    ['a TypeError', () => new TypeError('x is not a function'), 'TypeError: x is not a function'],
    [
      'an error that cannot be asked',
      () => Object.defineProperty(new Error('x'), 'code', { get: () => assert.fail('no code') }),
      'Error: x',
    ],
    [
      'an object that cannot become a text',
      () => Object.create(null) as object,
      'thrown: an object that cannot become a text',
    ],
  ])('not a handler that throws %s: retried, then dead', async (_, throws, error) => {
    const { id, ...record } = fact();
    thrown.set(id, throws);
    expect(await fateOf(record)).toMatchObject({ code: 'handler_failed', error, attempts: 1 + BACKOFF.length });
  });

  it('not an event time that no calendar knows: handled as if it had none', async () => {
    const id = riderId();
    await saying.say([{ ...registered(id), time: Date.UTC(200_000, 0) }]);
    await until(
      () => heard(id),
      ({ length }) => length === 1,
    );
  });

  it('not the largest value that the broker takes: handled; and when it fails it is retried, then dead', async () => {
    const [good, bad] = [riderId(), riderId()];
    thrown.set(bad, () => new Error('too much'));
    const length = await largestName(good);
    await until(
      () => heard(good),
      ([row]) => row?.length === length,
    );
    const record = saying.record(registered(bad, 'x'.repeat(length)));
    expect(await fateOf(record)).toMatchObject({ code: 'handler_failed', attempts: 1 + BACKOFF.length });
  });

  /** Says the rider with the longest name that the broker takes; resolves to its length. */
  const largestName = async (id: string): Promise<number> => {
    for (let length = 1_048_588; ; length -= 50) {
      const producer = await saying.log.producer();
      try {
        await producer.send([saying.record(registered(id, 'x'.repeat(length)))]);
        return length;
      } catch (error) {
        expect(error).toMatchObject({ code: 'record_refused' });
      } finally {
        await producer.close();
      }
    }
  };
});
