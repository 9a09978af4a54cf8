import type { GivenPoint } from './point.js';
import { aheadOf, judged, newerThan } from './position-batch.js';

const NOW = Date.UTC(2026, 10, 25, 4, 12, 8);
const FRESH = 60_000;
/** A point so many milliseconds ago, inside an area. */
const at = (ago: number, more: Partial<GivenPoint> = {}): GivenPoint => ({
  lat: 40.75,
  lng: -73.98,
  time: new Date(NOW - ago).toISOString(),
  ...more,
});
const judge = (...points: readonly GivenPoint[]) =>
  judged(points, { now: NOW, freshMs: FRESH, areaOf: ({ lat }) => (lat > 50 ? undefined : 'new-york') });
const indexes = ({ taken }: ReturnType<typeof judge>) => taken.map(({ index }) => index);
const codes = ({ dropped }: ReturnType<typeof judge>) => dropped.map(({ index, code }) => [index, code]);

describe('a point', () => {
  it.each<[string, Partial<GivenPoint>]>([
    ['has no latitude', { lat: null }],
    ['has no longitude', { lng: null }],
    ['lies beyond the pole', { lat: -90.1 }],
    ['lies beyond the date line', { lng: 180.1 }],
    ['has a time that nobody can read', { time: 'yesterday' }],
    ['has a time of no time zone', { time: '2026-11-25T04:12:08' }],
    ['has a heading that is none', { heading: -1 }],
    ['is too fast', { speed: 151 }],
    ['has an accuracy below nothing', { accuracy: -1 }],
  ])('that %s is dropped, and those beside it are taken', (_, wrong) => {
    const batch = judge(at(3_000), at(2_000, wrong), at(1_000));
    expect(indexes(batch)).toEqual([0, 2]);
    expect(codes(batch)).toEqual([[1, 'invalid_point']]);
  });

  it('is taken without what is not known of it', () => {
    const { taken } = judge(at(1_000, { heading: null, speed: null, accuracy: null }));
    expect(taken[0]?.point).toEqual({ lat: 40.75, lng: -73.98, time: NOW - 1_000 });
  });

  it('without a time is of now', () => {
    expect(judge({ lat: 40.75, lng: -73.98, time: null }).taken[0]?.time).toBe(NOW);
  });

  it('is too late when it is no longer fresh', () => {
    const batch = judge(at(FRESH + 1), at(FRESH));
    expect(indexes(batch)).toEqual([1]);
    expect(codes(batch)).toEqual([[0, 'too_late']]);
  });

  it('is in the future when the clock is ahead by more than 5 s, and hides none that come after it', () => {
    const batch = judge(at(-5_001), at(1_000), at(-5_000));
    expect(indexes(batch)).toEqual([1, 2]);
    expect(codes(batch)).toEqual([[0, 'in_the_future']]);
  });

  it('is out of order when it is not newer than one before it', () => {
    const batch = judge(at(3_000), at(1_000), at(2_000), at(1_000), at(500));
    expect(indexes(batch)).toEqual([0, 1, 4]);
    expect(codes(batch)).toEqual([
      [2, 'out_of_order'],
      [3, 'out_of_order'],
    ]);
  });

  it('that is dropped makes none after it old', () => {
    const batch = judge(at(1_000, { heading: 400 }), at(1_500, { lat: 51 }), at(2_000));
    expect(indexes(batch)).toEqual([2]);
    expect(codes(batch)).toEqual([
      [0, 'invalid_point'],
      [1, 'outside_service_areas'],
    ]);
  });
});

describe('a batch', () => {
  it('is taken without what is not newer than what is known of the driver', () => {
    const batch = newerThan(NOW - 2_000, judge(at(3_000), at(2_000), at(1_000, { lng: null }), at(500)));
    expect(indexes(batch)).toEqual([3]);
    expect(codes(batch)).toEqual([
      [0, 'out_of_order'],
      [1, 'out_of_order'],
      [2, 'invalid_point'],
    ]);
  });

  it('is taken whole when nothing is known', () => {
    expect(indexes(newerThan(null, judge(at(2_000), at(1_000))))).toEqual([0, 1]);
  });

  it('shows by its newest point how far the clock is ahead, and nothing of one that is behind', () => {
    expect(aheadOf(NOW, judge(at(0), at(-3_000)).taken)).toBe(3_000);
    expect(aheadOf(NOW, judge(at(2_000), at(1_000)).taken)).toBe(0);
    expect(aheadOf(NOW, [])).toBe(0);
  });
});
