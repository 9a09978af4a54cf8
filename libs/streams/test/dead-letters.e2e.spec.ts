import { deadLetterTopic } from '@ride/events';
import type { Stored } from '../src/log/port.js';
import type { Streams } from '../src/streams.js';
import { Counted, Visited } from '../src/testing/support/shop.js';
import { fragile } from './support/apps.js';
import { eventually, ShopWorld } from './support/shop-world.js';

/** The schema id of no schema, as Confluent's format has it: a zero, then four bytes. */
const UNKNOWN_SCHEMA = Buffer.from([0, 0x7f, 0xff, 0xff, 0xff, 1]);

describe.each(['local', 'postgres'] as const)('what an application with its state in %s can’t use', (store) => {
  let world: ShopWorld;
  let app: Streams;
  const visit = (spent: number, at: number, shop = 'a') => [Visited({ shop, visitor: 'v', spent }), at] as const;
  const letters = async (count: number): Promise<readonly Stored[]> => {
    const topic = world.physical(deadLetterTopic('booking').name);
    const partitions = [0, 1, 2];
    const read = () =>
      world.taskLog.fetch(
        partitions.map((partition) => ({ topic, partition, offset: 0 })),
        { waitMs: 50, maxBytes: 1 << 20 },
      );
    const fetched = await eventually(read, (all) => all.flatMap(({ records }) => records).length >= count);
    return fetched.flatMap(({ records }) => records);
  };
  const about = ({ headers }: Stored) => Object.fromEntries(headers);

  beforeEach(async () => {
    world = await ShopWorld.open();
    const unitOfWork = store === 'postgres' ? (await world.service()).unitOfWork : undefined;
    app = fragile(store);
    await app.start({ service: 'booking', ...(unitOfWork && { unitOfWork }) });
  });
  afterEach(async () => {
    await app.stop();
    await world.close();
  });

  it('is a dead letter, byte for byte, and counted; the partition goes on', async () => {
    await world.say(visit(5, 1_000), visit(0, 2_000));
    const key = Buffer.from('a');
    const odd = Buffer.from([0xff, 0x00, 0xfe]);
    const headers = [
      ['odd', odd],
      ['ce_type', Buffer.from(Visited.ceType)],
      ['odd', Buffer.alloc(0)],
    ] as const;
    const topic = world.physical('visits.v1');
    for (const value of [odd, UNKNOWN_SCHEMA]) await world.send([{ topic, key, value, headers }]);
    await world.say(visit(6, 3_000), visit(13, 11_000), visit(7, 22_000), visit(1, 99_000));
    const said = await world.until(Counted, (all) => all.length === 2);
    expect(said.map(({ data }) => data['count']).sort()).toEqual([11, 7]);

    const found = await letters(4);
    expect(found).toHaveLength(4);
    const ofRecords = found.filter((one) => about(one)['dead-letter-topic'] === 'visits.v1');
    expect(ofRecords.map((one) => Number(about(one)['dead-letter-offset'])).sort()).toEqual([1, 2, 3]);
    const [, bytes, schema] = ofRecords.sort((a, b) => a.offset - b.offset);
    expect([bytes?.value, schema?.value, bytes?.key]).toEqual([odd, UNKNOWN_SCHEMA, key]);
    expect(bytes?.headerBytes.slice(0, 3)).toEqual(headers);
    expect(about(ofRecords[0]!)).toMatchObject({
      'dead-letter-subscription': 'fragile',
      'dead-letter-handler': 'map-1',
      'dead-letter-attempts': '1',
      'dead-letter-code': 'handler_failed',
      'dead-letter-reason': 'thrown: undefined',
    });
    const ofResult = found.find((one) => about(one)['dead-letter-topic'] === 'fragile');
    expect(about(ofResult!)).toMatchObject({ 'dead-letter-reason': 'TypeError: thirteen' });
    expect(JSON.parse(String(ofResult?.value))).toMatchObject({ of: 'spent', window: { start: 10_000 }, value: 13 });
    await eventually(
      () => app.health().tasks.reduce((sum, { unusable }) => sum + unusable, 0),
      (unusable) => unusable === 4,
    );
  });
});
