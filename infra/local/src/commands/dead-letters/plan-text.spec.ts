import type { Plan } from './answers.js';
import { planText } from './plan-text.js';

const plan: Plan = {
  total: 10_000,
  keys: 500,
  ids: Array.from({ length: 100 }, (_, n) => String(n + 1)),
  through: 'booking.retry.v1',
  ways: [
    {
      subscription: 'booking',
      handler: 'BookingHandlers.accept',
      fact: 'RideAccepted',
      topic: 'rides.v1',
      count: 10_000,
      keys: 500,
    },
  ],
  warnings: [
    { code: 'overtaken', keys: 2, facts: 7 },
    { code: 'others_wait_behind', keys: 1, facts: 1 },
    { code: 'of_a_later_version', keys: 1, facts: 1 },
  ],
};

describe('a dry run in words', () => {
  it('says what would go where, and what should be known', () => {
    expect(planText(plan, 'replay')).toEqual([
      'Replay of 10,000 dead letters of 500 keys: back to their handlers.',
      '  10,000 RideAccepted of 500 keys, rides.v1: through booking.retry.v1 to BookingHandlers.accept',
      '  ids 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 9,990 more',
      '! Overtaken: handled since then are 7 facts of 2 keys; a replay comes behind them.',
      '! Waiting behind these: 1 fact of 1 key.',
    ]);
  });
  it('leaves out what does not matter to the repair', () => {
    const text = planText(plan, 'discard').join('\n');
    expect(text).not.toContain('Overtaken');
    expect(text).not.toContain('booking.retry.v1');
    expect(text).toContain('Waiting behind');
  });
  it('says how to find some when none is meant', () => {
    expect(planText({ ...plan, total: 0, ways: [], ids: [], warnings: [] }, 'replay')).toEqual([
      expect.stringContaining('groups'),
    ]);
  });
});
