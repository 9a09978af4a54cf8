import { percentiles } from './percentiles.js';

describe('percentiles', () => {
  it('are values that occurred, by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect(percentiles(values)).toEqual({ count: 100, p50: 50, p90: 90, p99: 99 });
  });
  it('of one value are that value', () => {
    expect(percentiles([7])).toEqual({ count: 1, p50: 7, p90: 7, p99: 7 });
  });
  it('show the worst of few', () => {
    expect(percentiles([3, 1, 2])).toEqual({ count: 3, p50: 2, p90: 3, p99: 3 });
  });
  it('of nothing are none', () => {
    expect(percentiles([])).toBeUndefined();
  });
});
