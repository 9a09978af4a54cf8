import { untilEndedOrLate } from './deadline.js';

const never = new Promise<never>(() => undefined);

describe('the deadline of handlers', () => {
  it('names nobody when all have ended', async () => {
    expect(await untilEndedOrLate(Promise.resolve(), 10_000, () => ['somebody'])).toEqual([]);
  });

  it('names those that are late, and waits as long as nobody is', async () => {
    const asked = [[], [], ['somebody']];
    expect(await untilEndedOrLate(never, 30, () => asked.shift()!)).toEqual(['somebody']);
    expect(asked).toEqual([]);
  });

  it('counts no time in which the event loop stood still', async () => {
    const began = performance.now();
    let blocked = 0;
    const late = untilEndedOrLate(never, 150, () => [performance.now() - began]);
    while (performance.now() - began < 300) blocked += 1;
    // Were it by the clock, it would be over at the next tick.
    const [at] = await late;
    expect(blocked).toBeGreaterThan(0);
    expect(at).toBeGreaterThan(400);
  });
});
