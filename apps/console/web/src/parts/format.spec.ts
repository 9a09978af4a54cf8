import { bytesText, clockText, durationText, lagText, shortId, wordsOf } from './format.js';

describe('how things are written', () => {
  it.each([
    [0, '0 s'],
    [0.08, '80 ms'],
    [0.9999, '1.0 s'],
    [3.44, '3.4 s'],
    [59.6, '1 min'],
    [125, '2 min 5 s'],
    [11_400, '3 h 10 min'],
    [187_300, '2 d 4 h'],
    [-2, '−2.0 s'],
  ])('%s seconds is %s', (seconds, text) => expect(durationText(seconds)).toBe(text));
  it('lag below ten seconds has tenths', () => {
    expect([lagText(0), lagText(9.44), lagText(12.4), lagText(null)]).toEqual(['0.0 s', '9.4 s', '12 s', 'unknown']);
  });
  it('times are UTC, and what is none is shown as it came', () => {
    expect([clockText('2026-11-25T05:12:08.120+01:00'), clockText('soon')]).toEqual(['04:12:08.120', 'soon']);
  });
  it('ids of one moment differ at their end', () => {
    expect(shortId('01a21044-98be-71cf-a7d5-4bb8552fbabf')).toBe('01a21044…2fbabf');
    expect(shortId('42')).toBe('42');
  });
  it('names are words', () => {
    expect([wordsOf('RideRequested'), wordsOf('driver_cancelled')]).toEqual(['Ride requested', 'Driver cancelled']);
    expect([bytesText(212_000_000), bytesText(2_100_000_000)]).toEqual(['212 MB', '2.1 GB']);
  });
});
