import { nextTier, tierOf, weekOf, withWeek, type CountedWeek } from './tier.rules.js';

const WEEK = 7 * 86_400_000;
const week = (n: number, trips: number, rating: number | null = 4.9): CountedWeek => ({
  start: n * WEEK,
  trips,
  rating,
});

describe('a driver’s tier', () => {
  it('is the highest whose trips they have driven in the counted weeks together', () => {
    expect(tierOf([])).toBe('bronze');
    expect(tierOf([week(1, 39)])).toBe('bronze');
    expect(tierOf([week(1, 40)])).toBe('silver');
    expect(tierOf([week(3, 30), week(2, 30), week(1, 40)])).toBe('gold');
    expect(tierOf([week(4, 50), week(3, 50), week(2, 50), week(1, 50)])).toBe('platinum');
  });

  it('asks for the last week’s rating from gold on', () => {
    expect(tierOf([week(2, 150, 4.69), week(1, 150, 5)])).toBe('silver');
    expect(tierOf([week(2, 150, 4.7), week(1, 150, 1)])).toBe('gold');
    expect(tierOf([week(2, 150, 4.85), week(1, 150, 1)])).toBe('platinum');
  });

  it('is silver at most while nobody has rated them', () => {
    expect(tierOf([week(1, 1_000, null)])).toBe('silver');
    const statement = { trips: 1, rating: { average: 0, count: 0 } } as Parameters<typeof weekOf>[0];
    expect(weekOf(statement).rating).toBeNull();
  });

  it('counts the newest four statements, in whatever order they are heard, each once', () => {
    const weeks = [3, 5, 1, 4, 2, 5].reduce<readonly CountedWeek[]>((known, n) => withWeek(known, week(n, n)), []);
    expect(weeks.map(({ start }) => start / WEEK)).toEqual([5, 4, 3, 2]);
    expect(withWeek(weeks, week(5, 70))[0]).toEqual(week(5, 70));
  });

  it('tells what is missing for the next one', () => {
    expect(nextTier([week(1, 30)])).toEqual({ tier: 'silver', trips: 10, rating: null });
    expect(nextTier([week(1, 120, 4)])).toEqual({ tier: 'gold', trips: 0, rating: 4.7 });
    expect(nextTier([week(1, 200)])).toBeNull();
  });
});
