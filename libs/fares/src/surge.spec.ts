import fc from 'fast-check';
import { MOST_SURGE, nextSurge, noSurge, surgeAt, type Demand, type Surge } from './surge.js';

const MINUTE = 60_000;
const minute = (n: number, requests: number, freeDrivers: number): Demand => ({
  end: n * MINUTE,
  requests,
  freeDrivers,
});
/** The surge after minutes of the same demand. */
const after = (minutes: number, requests: number, freeDrivers: number, from: Surge = noSurge): Surge => {
  const begin = from.measuredTo / MINUTE;
  let surge = from;
  for (let n = 1; n <= minutes; n++) surge = nextSurge(surge, minute(begin + n, requests, freeDrivers));
  return surge;
};
const anyDemand = fc.record({ requests: fc.nat(200), freeDrivers: fc.nat(200) });

describe('surge', () => {
  it('is 1 while there is a driver for each request', () => {
    expect(after(60, 10, 10).factor).toBe(1);
    expect(after(60, 1, 0).factor).toBe(1); // one who asks where nobody is has not made a market
  });

  it('is half a fare more for each further request a driver, to within a step, once that has lasted', () => {
    for (const [requests, wanted] of [
      [20, 1.5],
      [30, 2],
      [45, 2.75],
    ] as const)
      expect(Math.abs(after(60, requests, 10).factor - wanted)).toBeLessThan(0.2);
  });

  it('is capped', () => {
    expect(after(60, 1_000, 1).factor).toBe(MOST_SURGE);
  });

  it('is smoothed: half of a jump shows after three minutes', () => {
    expect(after(3, 40, 10).pressure).toBeCloseTo(2, 5);
    expect(after(1, 20, 10).factor).toBe(1);
  });

  it('keeps still where demand sways by less than a step', () => {
    const steady = { ...after(60, 20, 10), factor: 1.5 };
    expect(after(10, 22, 10, steady).factor).toBe(1.5);
    expect(after(10, 18, 10, steady).factor).toBe(1.5);
    expect(after(30, 24, 10, steady).factor).toBe(1.7);
  });

  it('ends when there is a driver for each request, though the last step is a small one', () => {
    const low = { ...after(60, 12, 10), factor: 1.1 };
    expect(after(10, 5, 10, low).factor).toBe(1);
  });

  it('fades while nothing is said of the cell, also before the next measurement is heard', () => {
    const high = after(60, 40, 10);
    const later = (minutes: number) => high.measuredTo + minutes * MINUTE;
    expect(surgeAt(high, later(2.5))).toBe(2.5);
    expect(surgeAt(high, later(5))).toBe(1.5);
    expect(surgeAt(high, later(30))).toBe(1);
    expect(nextSurge(high, { end: later(30), requests: 1, freeDrivers: 1 }).factor).toBe(1);
  });

  it('hears each minute once, and none that is older than the last', () => {
    const surge = after(5, 30, 10);
    expect(nextSurge(surge, minute(5, 1_000, 1))).toBe(surge);
    expect(nextSurge(surge, minute(4, 1_000, 1))).toBe(surge);
  });

  it('is in tenths from 1 to the cap, and steps of less than 0.2 only go to 1, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(anyDemand, { maxLength: 40 }), (minutes) => {
        let surge = noSurge;
        minutes.forEach((demand, i) => {
          const next = nextSurge(surge, { ...demand, end: (i + 1) * MINUTE });
          expect(next.factor).toBeGreaterThanOrEqual(1);
          expect(next.factor).toBeLessThanOrEqual(MOST_SURGE);
          expect(next.factor * 10).toBeCloseTo(Math.round(next.factor * 10), 9);
          const step = Math.abs(next.factor - surge.factor);
          expect(step === 0 || step > 0.19 || next.factor === 1).toBe(true);
          surge = next;
        });
      }),
    );
  });
});
