import { GroupProgress } from './group-lag.js';

const place = (position: number, end: number, lagSeconds = 0, partition = 0) => ({
  ...{ topic: 'rides.v1', partition, committed: position, position, end },
  ...{ lagRecords: end - position, lagSeconds },
});

describe('a group', () => {
  type Look = readonly [seconds: number, at: ReturnType<typeof place>, members?: number];
  const looks = (...all: readonly Look[]) => {
    const progress = new GroupProgress('t_booking.retry', 'booking.retry');
    return all.map(([seconds, one, members = 1]) => progress.looked([one], members, seconds * 1_000));
  };
  const states = (...all: readonly Look[]) => looks(...all).map(({ state }) => state);

  it('moves while something waits, and for a while after it has handled something', () => {
    expect(states([0, place(1, 1)], [1, place(1, 2)], [2, place(2, 2)], [11, place(2, 2)], [12, place(2, 2)])).toEqual([
      'idle',
      'moving',
      'moving',
      'moving',
      'idle',
    ]);
  });
  it('is stuck when something has waited for 30 s and nothing was handled', () => {
    expect(states([0, place(1, 1)], [1, place(1, 2)], [29, place(1, 2)], [30, place(1, 2)])).toEqual([
      'idle',
      'moving',
      'moving',
      'stuck',
    ]);
    expect(states([0, place(1, 9)], [29, place(2, 9)], [31, place(2, 9)])).toEqual(['moving', 'moving', 'moving']);
  });
  it('is nobody without a member, whatever waits', () => {
    expect(states([0, place(1, 9), 0], [40, place(1, 9), 0])).toEqual(['nobody', 'nobody']);
  });
  it('is as far behind as its worst partition', () => {
    const progress = new GroupProgress('booking', 'booking');
    const all = [place(1, 3, 2.5), place(5, 6, 40, 1)];
    expect(progress.looked(all, 1, 0)).toMatchObject({ lagRecords: 3, lagSeconds: 40, service: 'booking' });
  });
  it('keeps the worst of each 5 s, for ten minutes', () => {
    const [, , , last] = looks([1, place(0, 1, 3)], [4, place(0, 9, 1)], [5, place(0, 2, 2)], [11, place(0, 4, 4)]);
    expect(last?.trend).toEqual([
      { at: 0, lagSeconds: 3, lagRecords: 1 },
      { at: 5_000, lagSeconds: 2, lagRecords: 2 },
      { at: 10_000, lagSeconds: 4, lagRecords: 4 },
    ]);
    const long = looks(...Array.from({ length: 200 }, (_, i) => [i * 5, place(0, 1)] as const));
    expect(long.at(-1)?.trend.length).toBe(120);
  });
});
