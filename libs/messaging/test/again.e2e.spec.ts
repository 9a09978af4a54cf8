import { DriverMoved, RideAccepted } from '@ride/events';
import { v7 } from 'uuid';
import { Follow, type Heard, type Rehearing } from '../src/index.js';
import { createDatabase, dropDatabase, ownNamespace, Saying, smallService, until } from './support/small-service.js';

const heard: string[] = [];
let mayHear = Promise.resolve();
let isHearing = false;
class Handlers {
  @Follow(DriverMoved)
  async moved(facts: readonly Heard<typeof DriverMoved>[]): Promise<void> {
    isHearing = true;
    await mayHear;
    heard.push(...facts.map(({ data }) => data.driverId));
  }
}
const MINUTE = 60_000;

describe('what is followed', () => {
  let saying: Saying;
  const stops: (() => Promise<void>)[] = [];
  const start = async (): Promise<Rehearing> => {
    const { app, runtime } = await smallService(Handlers, 'SELECT');
    await app.listen();
    stops.push(() => app.close());
    return runtime.rehearing;
  };
  /** So many drivers move; resolves to their ids when that is in the log. */
  const move = async (count: number): Promise<readonly string[]> => {
    const ids = Array.from({ length: count }, () => v7());
    const location = { lat: 0, lng: 0 };
    await saying.say(ids.map((driverId) => ({ fact: DriverMoved({ driverId, location, area: 'here' }) })));
    return ids;
  };
  const timesOf = (ids: readonly string[]) => ids.map((id) => heard.filter((each) => each === id).length);
  const each = (ids: readonly string[], times: number) => ids.map(() => times);

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    saying = await Saying.open();
  });
  beforeEach(() => {
    heard.length = 0;
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(async () => {
    await saying.close();
    await dropDatabase();
  });

  it('is heard again from a time on, when somebody asks, and then it goes on', async () => {
    const rehearing = await start();
    const first = await move(100);
    await until(async () => heard.length, (count) => count === 100); // prettier-ignore
    const betweenThem = Date.now();
    await until(async () => Date.now(), (now) => now > betweenThem + 1_000); // prettier-ignore
    const second = await move(100);
    await until(async () => heard.length, (count) => count === 200); // prettier-ignore
    const share = rehearing.share(DriverMoved);
    expect([...share].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));

    await rehearing.again(DriverMoved, share, Date.now() - betweenThem - 100);
    expect(timesOf(first)).toEqual(each(first, 1));
    expect(timesOf(second)).toEqual(each(second, 2));
    await rehearing.again(DriverMoved, share, MINUTE);
    expect(timesOf(first)).toEqual(each(first, 2));
    expect(timesOf(second)).toEqual(each(second, 3));
    const third = await move(100);
    await until(async () => timesOf(third), (times) => !times.includes(0)); // prettier-ignore
    expect(timesOf(third)).toEqual(each(third, 1));
  });

  it('is heard again also by a member that has not heard all of it once', async () => {
    const hear = Promise.withResolvers<void>();
    const rehearing = await start();
    mayHear = hear.promise;
    isHearing = false;
    const ids = await move(100);
    await until(async () => isHearing, Boolean);
    const more = await move(100);
    const again = rehearing.again(DriverMoved, rehearing.share(DriverMoved), MINUTE);
    hear.resolve();
    await again;
    const times = timesOf([...ids, ...more]);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1);
  });

  it('is shared among instances, and each hears its own again', async () => {
    const [one, other] = [await start(), await start()];
    const shares = () => [one.share(DriverMoved), other.share(DriverMoved)] as const;
    await until(async () => shares(), ([a, b]) => a.length === 6 && b.length === 6); // prettier-ignore
    const ids = await move(100);
    await until(async () => timesOf(ids), (times) => !times.includes(0)); // prettier-ignore
    const before = timesOf(ids).reduce((sum, times) => sum + times, 0);
    const [share, others] = shares();
    await expect(one.again(DriverMoved, others, MINUTE)).rejects.toMatchObject({ code: 'group_changed' });
    expect(timesOf(ids).reduce((sum, times) => sum + times, 0)).toBe(before);
    await Promise.all([one.again(DriverMoved, share, MINUTE), other.again(DriverMoved, others, MINUTE)]);
    const after = timesOf(ids);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(2);
  });

  it('is nothing where nobody follows it', async () => {
    const rehearing = await start();
    expect(rehearing.share(RideAccepted)).toEqual([]);
  });
});
