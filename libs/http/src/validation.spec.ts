import { Phone, textUpTo, typed } from './validation.js';

describe('text of at most 3 characters', () => {
  it.each([
    ['abc', true],
    ['abcd', false],
    ['', false],
    ['😀😀😀', true],
    ['😀😀😀😀', false],
  ])('%j: %s', (text, isFine) => expect(textUpTo(3).safeParse(text).success).toBe(isFine));
});

describe('what is typed', () => {
  it('is taken without the spaces around it', () => expect(typed(9).parse('  Ada L ')).toBe('Ada L'));
  it('is not blank', () => expect(typed(9).safeParse('  ').success).toBe(false));
  it('is measured as it was sent', () => expect(typed(3).safeParse('Ada ').success).toBe(false));
});

describe('a phone number', () => {
  it.each(['+1 212 555 0100', '(030) 12345', '+49 (30) 123-45', '12345'])('%s', (text) =>
    expect(Phone.safeParse(text).success).toBe(true),
  );
  it.each(['     ', '1234', '+', '12345 ', 'x12345', '1'.repeat(32)])('not %j', (text) =>
    expect(Phone.safeParse(text).success).toBe(false),
  );
});
