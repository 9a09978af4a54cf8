import { Refused } from '../exit.js';
import { asked } from './options.js';

describe('npm run break', () => {
  it('lists what is broken when nothing else is said', () => {
    expect(asked([])).toMatchObject({ command: 'list', service: undefined });
    expect(asked(['booking'])).toMatchObject({ command: 'list', service: 'booking' });
    expect(asked(['--help'])).toBeUndefined();
  });

  it('understands what is to be broken, and how', () => {
    expect(asked(['booking', 'handler', 'BookingHandlers.answer', '--times', '3', '--key', 'k'])).toMatchObject({
      ...{ service: 'booking', command: 'handler', what: 'BookingHandlers.answer' },
      ...{ times: 3, key: 'k', delayMs: undefined, isForGood: false },
    });
    expect(asked(['broker', '10', '--freeze'])).toMatchObject({ command: 'broker', what: '10', isFrozen: true });
  });

  it.each([
    [['brake'], 'brake is no command and no service'],
    [['booking', 'pause', 'booking', 'now'], 'now is no command'],
    [['booking', 'handler', 'x', '--times', '0'], '--times 0: write a whole number above 0'],
    [['booking', 'handler', 'x', '--slow', '1.5'], '--slow 1.5: write a whole number above 0'],
    [['booking', 'handler', 'x', '--slow', '5', '--for-good'], 'one or the other'],
  ])('refuses %j, and says what to write', (args, why) => {
    expect(() => asked(args)).toThrow(Refused);
    expect(() => asked(args)).toThrow(why);
  });
});
