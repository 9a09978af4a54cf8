import { sparkOf } from './spark.js';

describe('a sparkline', () => {
  const box = { width: 100, height: 20, least: 1 };
  it('goes from left to right, zero at the bottom, the highest at the top', () => {
    expect(sparkOf([0, 5, 10], box)).toEqual({
      line: 'M0 20L50 10L100 0',
      under: 'M0 20L50 10L100 0L100 20L0 20Z',
      highest: 10,
    });
  });
  it('shows little as little', () => expect(sparkOf([0, 0.1], box)?.line).toBe('M0 20L100 18'));
  it('takes what is unknown for nothing', () => expect(sparkOf([null, 1], box)?.line).toBe('M0 20L100 0'));
  it('is none of one value', () => expect(sparkOf([1], box)).toBeUndefined());
});
