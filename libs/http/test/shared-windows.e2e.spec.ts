import { settings } from '@ride/configuration';
import { makeLogger } from '@ride/observability';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'redis';
import { SharedWindows } from '../src/limits/shared-windows.js';
import { breakable } from './breakable.js';

const { url } = settings({ ...process.env }).redis;
const lines: string[] = [];
const log = makeLogger('rider', 'info', { write: (line) => void lines.push(JSON.parse(line).msg) });
let proxy: Awaited<ReturnType<typeof breakable>>;
let near: SharedWindows;
let far: SharedWindows;
let redis: ReturnType<typeof createClient>;

beforeAll(async () => {
  proxy = await breakable(Number(new URL(url).port));
  near = new SharedWindows(`redis://127.0.0.1:${proxy.port}`, log);
  far = new SharedWindows(url, log);
  redis = createClient({ url });
  await redis.connect();
  for (const windows of [near, far]) {
    windows.open();
    await untilCounted(windows);
  }
});
beforeEach(() => void lines.splice(0));
afterAll(() => {
  for (const windows of [near, far]) windows.onApplicationShutdown();
  redis.destroy();
  proxy.end();
});

const aWindow = () => `windows_${randomUUID()}`;
async function untilCounted(windows: SharedWindows) {
  while ((await windows.increment(aWindow(), 1_000, 1)).totalHits === 0) await setTimeout(10);
}
async function until(isSo: () => boolean | Promise<boolean>) {
  while (!(await isSo())) await setTimeout(10);
}

describe('a window', () => {
  it('is full of so many requests, whoever counts them', async () => {
    const window = aWindow();
    const ask = (windows: SharedWindows) => windows.increment(window, 60_000, 3);
    const counted = [await ask(near), await ask(far), await ask(near), await ask(far), await ask(near)];
    expect(counted.map(({ totalHits, isBlocked }) => [totalHits, isBlocked])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
      [5, true],
    ]);
    expect(counted[4]).toEqual({ totalHits: 5, timeToExpire: 60, isBlocked: true, timeToBlockExpire: 60 });
  });
  it('begins with its first request and ends whatever comes after it', async () => {
    const window = aWindow();
    await near.increment(window, 1_000, 1);
    while ((await far.increment(window, 1_000, 1)).isBlocked);
    expect(await redis.get(window)).toBe('1');
  });
  it('that is full is asked for no more until it ends', async () => {
    const window = aWindow();
    for (let n = 0; n < 50; n++) await near.increment(window, 60_000, 2);
    expect(near.fullFor(window)).toBeGreaterThan(0);
    expect(await redis.get(window)).toBe('3');
  });
  it('without an end gets one', async () => {
    const window = aWindow();
    await redis.set(window, '7');
    expect(await near.increment(window, 60_000, 10)).toMatchObject({ totalHits: 8, timeToExpire: 60 });
    expect(await redis.pTTL(window)).toBeGreaterThan(0);
  });
});

describe('Redis', () => {
  it('is asked once for all that is counted at the same moment', async () => {
    const watching = redis.duplicate();
    await watching.connect();
    const seen: string[] = [];
    await watching.monitor((command) => void seen.push(command));
    const all = Array.from({ length: 20 }, aWindow);
    await Promise.all(all.map((window) => far.increment(window, 60_000, 1)));
    await until(() => seen.some((command) => command.includes(all[19]!)));
    watching.destroy();
    const asked = seen.filter((command) => /"EVALSHA"/i.test(command) && command.includes(all[0]!));
    expect(asked).toHaveLength(1);
    expect(all.filter((window) => !asked[0]!.includes(window))).toEqual([]);
  });
  it('that is away is told of once, and once that it is back', async () => {
    proxy.cut();
    await until(() => lines.length > 0);
    const counted = await Promise.all(Array.from({ length: 20 }, () => near.increment(aWindow(), 60_000, 1)));
    expect(counted.filter(({ totalHits }) => totalHits > 0)).toEqual([]);
    proxy.mend();
    await until(async () => {
      await near.increment(aWindow(), 1_000, 1);
      return lines.length > 1;
    });
    expect(lines).toEqual([
      'Redis is away or slow: requests are not limited until it is back',
      'Redis is back: requests are limited again',
    ]);
  });
  it('that stands still is told of once, and asked no more until it answers', async () => {
    proxy.stop();
    const window = aWindow();
    for (let n = 0; n < 20; n++)
      expect(await near.increment(window, 60_000, 1)).toMatchObject({ totalHits: 0, isBlocked: false });
    proxy.goOn();
    await untilCounted(near);
    expect(await redis.get(window)).toBe('1');
    await until(async () => {
      await near.increment(aWindow(), 1_000, 1);
      return lines.length > 1;
    });
    expect(lines).toHaveLength(2);
  });
});
