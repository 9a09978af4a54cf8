import type { UnitOfWork } from '@ride/messaging';
import { CameLate, Counted, Opened, Visited } from '../src/testing/support/shop.js';
import type { Streams } from '../src/streams.js';
import { towns, visitors } from './support/apps.js';
import { eventually, ShopWorld } from './support/shop-world.js';

describe.each(['local', 'postgres'] as const)('an application with its state in %s', (store) => {
  let world: ShopWorld;
  let apps: Streams[] = [];
  let unitOfWork: UnitOfWork | undefined;
  const start = async (app: Streams): Promise<Streams> => {
    apps.push(app);
    await app.start({ service: 'booking', ...(unitOfWork && { unitOfWork }) });
    return app;
  };
  const visit = (visitor: string, at: number, shop = 'a', spent = 1) =>
    [Visited({ shop, visitor, spent }), at] as const;
  const counted = (said: Awaited<ReturnType<ShopWorld['said']>>) =>
    said
      .map(({ key, data }) => `${key} ${String(data['start'])} ${String(data['count'])} ${String(data['town'])}`)
      .sort();

  beforeEach(async () => {
    world = await ShopWorld.open();
    unitOfWork = store === 'postgres' ? (await world.service()).unitOfWork : undefined;
    apps = [];
  });
  afterEach(async () => {
    for (const app of apps) await app.stop();
    await world.close();
  });

  it('counts through a new key, says what is closed, and what comes late', async () => {
    await start(visitors(store));
    await world.say(visit('v', 1_000, 'a', 5), visit('v', 2_000, 'b', 6));
    await eventually(
      () => apps[0]!.read('visits', 'v'),
      (found) => JSON.stringify(found).includes('"count":2'),
    );
    await world.say(visit('v', 16_000, 'c'));
    expect(counted(await world.until(Counted, (said) => said.length === 1))).toEqual(['v 0 2 11']);
    await world.say(visit('v', 9_000, 'too late'));
    const [late] = await world.until(CameLate, (said) => said.length === 1);
    expect(late).toMatchObject({ key: 'v', data: { start: 0, visitor: 'too late' } });
    expect(apps[0]!.health().tasks.reduce((sum, task) => sum + (task.late['visits'] ?? 0), 0)).toBe(1);
  });

  it('goes on where it was when it is started again', async () => {
    const first = await start(visitors(store));
    await world.say(visit('v', 1_000), visit('w', 1_000));
    await eventually(
      () => ['v', 'w'].map((key) => first.read('visits', key)),
      (found) => found.every((one) => JSON.stringify(one).includes('"count":1')),
    );
    await first.stop();
    await world.say(visit('v', 2_000));
    await start(visitors(store));
    await world.say(visit('v', 16_000), visit('w', 16_000));
    expect(counted(await world.until(Counted, (said) => said.length >= 2))).toEqual(['v 0 2 2', 'w 0 1 1']);
  });

  it('joins a table, whose tasks it shares', async () => {
    const app = await start(towns(store));
    await world.say([Opened({ shop: 'a', town: 'Rome' }), 0]);
    await eventually(
      () => app.read('opened', 'a'),
      (found) => found.is === 'here' && found.value !== undefined,
    );
    const other = world.keyIn(1);
    await world.say(
      visit('v', 1_000, 'a'),
      visit('v', 99_000, 'a'),
      visit('v', 1_000, other),
      visit('v', 99_000, other),
    );
    expect(counted(await world.until(Counted, (said) => said.length === 2))).toEqual(
      ['a 0 1 Rome', `${other} 0 1 nowhere`].sort(),
    );
  });
});
