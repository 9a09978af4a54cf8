import { radiusAt, WIDEN_EVERY } from './radius.js';

describe('the radius of a search', () => {
  const radii = [1_000, 2_000, 4_000];
  it.each([
    [0, 1_000],
    [WIDEN_EVERY - 1, 1_000],
    [WIDEN_EVERY, 2_000],
    [2 * WIDEN_EVERY, 4_000],
    [100 * WIDEN_EVERY, 4_000],
    [-5_000, 1_000], // another clock's time
  ])('after %d ms is %d m', (age, metres) => {
    expect(radiusAt(50_000 + age, 50_000, radii)).toBe(metres);
  });
});
