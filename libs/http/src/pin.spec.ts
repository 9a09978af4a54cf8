import { isSamePin, pinOf } from './pin.js';

describe('a PIN', () => {
  it('is four digits, the same for whoever shares the secret', () => {
    expect(pinOf('secret', 'ride', 'offer')).toMatch(/^\d{4}$/);
    expect(pinOf('secret', 'ride', 'offer')).toBe(pinOf('secret', 'ride', 'offer'));
  });
  it('is another one for another offer, ride or secret', () => {
    const pins = [
      pinOf('a', 'ride', 'offer'),
      pinOf('b', 'ride', 'offer'),
      pinOf('a', 'ride2', 'offer'),
      pinOf('a', 'ride', 'offer2'),
    ];
    expect(new Set(pins).size).toBe(4);
  });
  it('uses all four digits about evenly', () => {
    const firsts = Array.from({ length: 2000 }, (_, i) => pinOf('s', 'ride', `${i}`)[0]);
    for (const digit of '0123456789') expect(firsts.filter((first) => first === digit).length).toBeGreaterThan(140);
  });
  it('is compared whole', () => {
    expect(isSamePin('0042', '0042')).toBe(true);
    for (const wrong of ['0043', '042', '00420', '']) expect(isSamePin(wrong, '0042')).toBe(false);
  });
});
