import { settings } from '@ride/configuration';
import { Counted, Opened, Visited } from '../src/testing/support/shop.js';
import { connect } from '../src/log/connect.js';
import { makeTopics } from '../src/log/admin.js';
import type { Streams } from '../src/streams.js';
import { streams } from '../src/streams.js';
import { seconds } from '../src/windows/window.js';
import { CameLate } from '../src/testing/support/shop.js';
import { towns, visitors } from './support/apps.js';
import { ShopWorld } from './support/shop-world.js';

const refused = (code: string, todo: RegExp) =>
  expect.objectContaining({ name: 'TopologyRefused', code, message: expect.stringMatching(todo) as string }) as Error;

describe('an application refuses to start, and says what to do', () => {
  let world: ShopWorld;
  const start = (app: Streams) => app.start({ service: 'booking' }).finally(() => app.stop());
  const make = (name: string, partitions: number, config: Record<string, string> = {}) =>
    makeTopics(connect(settings().kafka, 'test'), [{ name: world.physical(name), partitions, replication: 1, config }]);
  afterEach(() => world.close());

  it('when topics that are joined have 16 and 8 partitions', async () => {
    world = await ShopWorld.open({ partitions: 8, counts: { 'shops.v1': 16 } });
    await expect(start(towns('local'))).rejects.toEqual(
      refused('partitions_differ', /shops.v1 has 16.*visits.v1 has 8.*\.by\(\)/s),
    );
  });

  it('when a topic that is joined has been written by another partitioner', async () => {
    world = await ShopWorld.open();
    const elsewhere = world.keyIn(1);
    await world.send([
      { topic: world.physical('shops.v1'), partition: 0, key: Buffer.from(elsewhere), value: null, headers: [] },
    ]);
    await expect(start(towns('local'))).rejects.toEqual(refused('partitioner_differs', /murmur2/));
  });

  it('when the topology has changed since its state was written', async () => {
    world = await ShopWorld.open();
    const other = streams('visitors', (s) =>
      s
        .from(Visited)
        .by('visitor', ({ data }) => data.visitor)
        .window(seconds(20), { grace: seconds(5) })
        .fold(
          'visits',
          () => ({ count: 0, spent: 0 }),
          (sum) => sum,
          { store: 'local' },
        )
        .whenClosed()
        .late(CameLate, ({ data }, { start: from }, shop) => ({ shop, start: from, visitor: data.visitor }))
        .say(Counted, ({ start: from, end }, { count }, shop) => ({ shop, start: from, end, count, town: '' })),
    );
    const before = visitors('local');
    await before.start({ service: 'booking' });
    await world.say(
      [Visited({ shop: 'a', visitor: 'v', spent: 1 }), 1_000],
      [Visited({ shop: 'a', visitor: 'v', spent: 1 }), 30_000],
    );
    await world.until(Counted, (said) => said.length === 1);
    await before.stop();
    await expect(start(other)).rejects.toEqual(refused('topology_changed', /new name/));
  });

  it.each([
    ['its windows are others', 20, undefined],
    ['a topic that it reads has more partitions', 10, 8],
  ])('when it keeps state in postgres, and %s', async (_, size, partitions) => {
    world = await ShopWorld.open();
    const { unitOfWork } = await world.service();
    const visits = (of: number) =>
      streams('visits', (s) =>
        s
          .from(Visited)
          .window(seconds(of), { grace: 0 })
          .count('visits', { store: 'postgres' })
          .whenClosed()
          .late(CameLate, ({ data }, { start: from }, shop) => ({ shop, start: from, visitor: data.visitor }))
          .say(Counted, ({ start: from, end }, count, shop) => ({ shop, start: from, end, count, town: '' })),
      );
    const before = visits(10);
    await before.start({ service: 'booking', unitOfWork });
    await world.say(...[1_000, 30_000].map((at) => [Visited({ shop: 'a', visitor: 'v', spent: 1 }), at] as const));
    await world.until(Counted, (said) => said.length === 1);
    await before.stop();
    if (partitions !== undefined) await world.grow(Visited.topic.name, partitions);
    const after = visits(size);
    await expect(after.start({ service: 'booking', unitOfWork }).finally(() => after.stop())).rejects.toEqual(
      refused('topology_changed', /stream_position.*partition counts.*new name/s),
    );
  });

  it('when its changelog has a cleanup policy by which state would be lost', async () => {
    world = await ShopWorld.open();
    await make('visitors-1-changelog', 4, { 'cleanup.policy': 'delete' });
    await expect(start(visitors('local'))).rejects.toEqual(
      refused('changelog_misconfigured', /cleanup.policy=compact/),
    );
  });

  it('when its changelog forgets deletions sooner than copies on disk are thrown away', async () => {
    world = await ShopWorld.open();
    await make('visitors-1-changelog', 4, { 'cleanup.policy': 'compact', 'delete.retention.ms': '1000' });
    await expect(start(visitors('local'))).rejects.toEqual(
      refused('changelog_misconfigured', /delete.retention.ms=86400000/),
    );
  });

  it('when its changelog has another number of partitions', async () => {
    world = await ShopWorld.open();
    await make('visitors-1-changelog', 5, { 'cleanup.policy': 'compact' });
    await expect(start(visitors('local'))).rejects.toEqual(refused('changelog_partitions_differ', /5 partitions.*4/s));
  });

  it('when a topic that it reads is not there', async () => {
    world = await ShopWorld.open({ without: Opened.topic.name });
    await expect(start(towns('local'))).rejects.toEqual(refused('topic_missing', /shops.v1.*start the service/s));
  });
});
