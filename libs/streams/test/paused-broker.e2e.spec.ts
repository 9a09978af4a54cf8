import { setTimeout as sleep } from 'node:timers/promises';
import { CameLate, Counted, Visited } from '../src/testing/support/shop.js';
import type { Streams } from '../src/streams.js';
import { seconds } from '../src/windows/window.js';
import { visitors } from './support/apps.js';
import { OwnKafka } from './support/own-kafka.js';
import { eventually, ShopWorld } from './support/shop-world.js';

const [SIZE, GRACE] = [seconds(4), seconds(1)];
const LONG = 60_000;

describe('idle closing', () => {
  let kafka: OwnKafka;
  let world: ShopWorld;
  let app: Streams;
  const visit = (at: number, shop = 'a') => [Visited({ shop, visitor: 'v', spent: 1 }), at] as const;
  const open = () => JSON.stringify(app.read('visits', 'v'));
  const late = () => app.health().tasks.reduce((sum, task) => sum + (task.late['visits'] ?? 0), 0);

  beforeAll(async () => {
    kafka = await OwnKafka.start();
  }, 120_000);
  afterAll(() => kafka.stop());
  beforeEach(async () => {
    world = await ShopWorld.open({ brokers: kafka.broker });
    app = visitors('local', { idle: true, size: SIZE, grace: GRACE });
    await app.start({ service: 'booking' });
  });
  afterEach(async () => {
    await app.stop();
    await world.close();
  });

  it('waits for a broker that is away; what comes when it is back counts, what comes after the closing is late', async () => {
    await world.say(visit(1_000));
    await eventually(open, (found) => found.includes('"count":1'), LONG);
    kafka.pause();
    try {
      // Twice as long as it takes otherwise.
      await sleep(2 * (SIZE + GRACE));
      expect(open()).toContain('"count":1');
    } finally {
      kafka.resume();
    }
    await world.say(visit(2_000));
    await eventually(open, (found) => found.includes('"count":2'), LONG);
    const begin = performance.now();
    const [result, ...others] = await world.until(Counted, (said) => said.length > 0);
    const took = performance.now() - begin;
    expect([result, others]).toMatchObject([{ key: 'v', data: { start: 0, count: 2 } }, []]);
    expect(took).toBeGreaterThan(SIZE + GRACE - 1_000);
    expect(took).toBeLessThan(SIZE + GRACE + 4_000);

    await world.say(visit(3_000, 'late 1'), visit(8_000), visit(3_500, 'late 2'), visit(8_500));
    await eventually(open, (found) => found.includes('"count":2'), LONG);
    const tooLate = await world.until(CameLate, (said) => said.length >= 2);
    expect(tooLate.map(({ data }) => data['visitor']).sort()).toEqual(['late 1', 'late 2']);
    expect(late()).toBe(2);
    const all = await world.until(Counted, (said) => said.length >= 2);
    expect(all.map(({ data }) => [data['start'], data['count']])).toEqual([
      [0, 2],
      [8_000, 2],
    ]);
  }, 240_000);
});
