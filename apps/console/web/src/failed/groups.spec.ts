import type { Shapes } from '../api/services.js';
import { filterOf, firstLine, groupsOf } from './groups.js';

const group = (count: number, last: string, fact = 'RideAccepted'): Shapes['DeadLetterGroup'] => ({
  ...{ subscription: 'booking', handler: 'BookingHandlers.accept', fact, code: 'handler_failed', count, keys: 1 },
  ...{ first: '2026-11-25T04:00:00.000Z', last, error: null, newest: '1' },
});

describe('groups of failed facts', () => {
  it('are the most first, of as many the latest', () => {
    const [few, early, late] = [
      group(1, '2026-11-25T05:00:00.000Z'),
      group(7, '2026-11-25T04:00:00.000Z'),
      group(7, '2026-11-25T06:00:00.000Z'),
    ];
    expect(
      groupsOf([
        ['booking', [few, early]],
        ['driver', [late]],
        ['rider', undefined],
      ]),
    ).toEqual([
      { service: 'driver', group: late },
      { service: 'booking', group: early },
      { service: 'booking', group: few },
    ]);
  });
  it('are found again by what they have in common', () => {
    expect(filterOf(group(1, '', ''))).toEqual({
      subscription: 'booking',
      handler: 'BookingHandlers.accept',
      code: 'handler_failed',
    });
  });
  it('show what an error says, not where', () => {
    expect([firstLine('TypeError: x\n  at y'), firstLine(null)]).toEqual(['TypeError: x', 'no error was told']);
  });
});
