import type { Shapes } from '../api/services.js';
import { progressOf, rateOf } from './progress.js';

const repair: Shapes['Repair'] = {
  ...{ id: '01a21050-0000-7000-8000-000000000001', kind: 'replay', filter: {}, reason: null, who: 'x' },
  ...{ at: '2026-11-25T05:00:00.000Z', rate: null, limit: null, acceptOvertaken: false, status: 'running' },
  ...{ cancelledBy: null, finishedAt: null, trouble: null, total: 1000, done: 400, outcomes: { put_back: 400 } },
  since: { handled: 250, waiting: 150, deadAgain: 0 },
};

describe('how far a repair is', () => {
  it('is what was put back, and what of it has been handled', () => {
    expect(progressOf(repair)).toEqual({
      done: 0.4,
      drained: 0.25,
      isOver: false,
      text: '250 facts handled, 150 in their queues',
    });
  });
  it('is over when the queues are empty, not when all is put back', () => {
    const done = { ...repair, status: 'done' as const };
    expect(progressOf(done).isOver).toBe(false);
    expect(progressOf({ ...done, since: { handled: 999, waiting: 0, deadAgain: 1 } })).toMatchObject({
      isOver: true,
      text: '999 facts handled, 0 in their queues, 1 dead again',
    });
  });
  it('tells what was left', () => {
    expect(progressOf({ ...repair, kind: 'discard', outcomes: { discarded: 2, not_dead: 1 } }).text).toBe(
      '2 discarded, 1 left, since they had been repaired before',
    );
  });
  it('has a rate after two looks', () => {
    expect([
      rateOf([]),
      rateOf([{ at: 0, handled: 5 }]),
      rateOf([
        { at: 0, handled: 5 },
        { at: 2000, handled: 105 },
      ]),
    ]).toEqual([undefined, undefined, 50]);
  });
});
