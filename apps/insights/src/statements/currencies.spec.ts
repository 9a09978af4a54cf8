import { currenciesMeet } from './currencies.js';

const area = (id: string, timeZone: string, currency: string) => ({ id, timeZone, currency });

describe('the areas of a time zone', () => {
  it('may differ in currency from those of another zone', () => {
    const areas = [area('a', 'America/New_York', 'USD'), area('b', 'America/New_York', 'USD')];
    expect(() => currenciesMeet([...areas, area('c', 'America/Toronto', 'CAD')])).not.toThrow();
  });

  it('are refused when they have two currencies, with what to do', () => {
    const areas = [area('a', 'America/New_York', 'USD'), area('b', 'America/New_York', 'CAD')];
    expect(() => currenciesMeet(areas)).toThrow(
      expect.objectContaining({
        code: 'currencies_mixed',
        message: expect.stringMatching(/a and b .*RIDE_AREAS_FILE/),
      }),
    );
  });
});
