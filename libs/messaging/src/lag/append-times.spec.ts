import { AppendTimes } from './append-times.js';

describe('when a record was appended', () => {
  it('lies between the last look without it and the first look with it', () => {
    const times = new AppendTimes();
    for (const [end, at] of [
      [5, 1_000],
      [5, 2_000],
      [8, 3_000],
      [9, 4_000],
    ] as const)
      times.looked(end, at);
    expect([5, 6, 7].map((offset) => times.of(offset))).toEqual([2_500, 2_500, 2_500]);
    expect(times.of(8)).toBe(3_500);
  });
  it('is not known of what was there before the first look, nor of what isn’t there yet', () => {
    const times = new AppendTimes();
    times.looked(5, 1_000);
    times.looked(6, 2_000);
    expect([4, 6].map((offset) => times.of(offset))).toEqual([null, null]);
  });
  it('is forgotten in the end, and of a topic that was made anew', () => {
    const times = new AppendTimes();
    for (let end = 1; end <= 1_000; end += 1) times.looked(end, end * 1_000);
    expect([times.of(50), times.of(998)]).toEqual([null, 998_500]);
    times.looked(1, 2_000_000);
    expect(times.of(998)).toBeNull();
  });
});
