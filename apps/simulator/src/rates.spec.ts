import { NO_MISHAPS } from './people/fates.js';
import { ratesOf } from './rates.js';

const refusal = expect.objectContaining({ code: 'invalid_option' });

describe('rates', () => {
  it('are none when none are given', () => {
    expect(ratesOf({})).toEqual(NO_MISHAPS);
  });
  it('are shares of 1 or percentages', () => {
    const given = {
      decline: '0.1',
      ignore: '5%',
      'cancel-rider': '.05',
      'cancel-driver': '0',
      'no-show': '100 %',
      silent: '2.5%',
      'silent-aboard': '1',
    };
    expect(ratesOf({ ...given, 'cancel-rider': '0', 'silent-aboard': '0.5' })).toEqual({
      decline: 0.1,
      ignore: 0.05,
      cancelRider: 0,
      cancelDriver: 0,
      noShow: 1,
      silent: 0.025,
      silentAboard: 0.5,
    });
  });
  it('know what is not accepted to be declined', () => {
    expect(ratesOf({ accept: '0.75' })).toEqual({ ...NO_MISHAPS, decline: 0.25 });
    expect(() => ratesOf({ accept: '0.75', ignore: '0.1' })).toThrow(refusal);
    expect(() => ratesOf({ accept: '0.75', decline: '0.25' })).toThrow(refusal);
  });
  it.each(['1.1', '101%', '-0.1', '', '5', 'ten', '%'])("refuse '%s'", (text) => {
    expect(() => ratesOf({ decline: text })).toThrow(refusal);
  });
  it.each([
    [{ decline: '0.6', ignore: '0.5' }],
    [{ 'cancel-rider': '60%', 'no-show': '41%' }],
    [{ 'cancel-driver': '0.4', silent: '0.4', 'silent-aboard': '0.3' }],
  ])('refuse what is more than certain: %j', (given) => {
    expect(() => ratesOf(given)).toThrow('exclude each other');
  });
  it('may be certain together', () => {
    expect(ratesOf({ decline: '0.7', ignore: '0.2', silent: '1' })).toMatchObject({ decline: 0.7, ignore: 0.2 });
    expect(ratesOf({ 'cancel-driver': '0.1', silent: '0.2', 'silent-aboard': '0.7' })).toMatchObject({ silent: 0.2 });
  });
});
