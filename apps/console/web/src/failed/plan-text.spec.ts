import { planText } from './plan-text.js';

const plan = {
  total: 1000,
  keys: 40,
  ids: ['42'],
  through: 'booking.retry.v1',
  ways: [
    {
      subscription: 'booking',
      handler: 'BookingHandlers.accept',
      fact: 'RideAccepted',
      topic: 'rides.v1',
      count: 1000,
      keys: 40,
    },
  ],
  warnings: [
    { code: 'overtaken' as const, keys: 2, facts: 3 },
    { code: 'others_wait_behind' as const, keys: 1, facts: 1 },
  ],
};

describe('a dry run in words', () => {
  it('says what would go where', () => {
    expect(planText(plan, 'replay')).toEqual({
      total: '1,000 facts of 40 keys',
      ways: ['1,000 RideAccepted of 40 keys, rides.v1, through booking.retry.v1 to BookingHandlers.accept'],
      warnings: [
        'Overtaken: 3 facts of 2 keys have been handled since; a replay comes behind them.',
        'Waiting behind these: 1 fact of 1 key.',
      ],
      isOvertaken: true,
    });
  });
  it('leaves out what does not matter to this kind of repair', () => {
    expect(planText(plan, 'discard')).toMatchObject({
      warnings: ['Waiting behind these: 1 fact of 1 key.'],
      isOvertaken: false,
    });
  });
});
