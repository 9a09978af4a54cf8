import { optionsOf, SAMPLE } from './arguments.js';
import { NO_MISHAPS } from './people/fates.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('the command line', () => {
  it('has defaults', () => {
    expect(optionsOf([])).toEqual({
      mode: 'simulate',
      trips: SAMPLE,
      limit: 50,
      every: 1,
      drivers: 60,
      speed: 60,
      seed: 1,
      rates: NO_MISHAPS,
    });
  });
  it('is read', () => {
    const args =
      '--trips a.csv --limit 500 --every 4 --drivers 150 --speed 60.5 --seed 7 --decline 0.1 --no-show 5% --json out.json'.split(
        ' ',
      );
    expect(optionsOf(args)).toEqual({
      mode: 'simulate',
      trips: 'a.csv',
      limit: 500,
      every: 4,
      drivers: 150,
      speed: 60.5,
      seed: 7,
      rates: { ...NO_MISHAPS, decline: 0.1, noShow: 0.05 },
      json: 'out.json',
    });
  });
  it('asks for a first ride, which is faster, or for the highest speed, or for help', () => {
    expect(optionsOf(['--first-ride'])).toMatchObject({ mode: 'first-ride', speed: 400 });
    expect(optionsOf(['--first-ride', '--speed', '50'])).toMatchObject({ mode: 'first-ride', speed: 50 });
    expect(optionsOf(['--find-speed'])).toMatchObject({ mode: 'find-speed' });
    expect(optionsOf(['--help', '--first-ride'])).toMatchObject({ mode: 'help' });
  });
  it.each([
    ['an unknown option', ['--sped', '3'], 'unknown_option'],
    ['an argument without a name', ['trips.csv'], 'unexpected_argument'],
    ['an option without its value', ['--limit'], 'invalid_option'],
    ['a value for a switch', ['--first-ride=yes'], 'invalid_option'],
    ['text for a number', ['--limit', 'many'], 'invalid_option'],
    ['nothing for a number', ['--limit', ''], 'invalid_option'],
    ['half a driver', ['--drivers', '1.5'], 'invalid_option'],
    ['no trips', ['--limit', '0'], 'invalid_option'],
    ['time that stands still', ['--speed', '0'], 'invalid_option'],
    ['more than certainty', ['--decline', '1.1'], 'invalid_option'],
    ['a summary of no single run', ['--find-speed', '--json', 'a.json'], 'invalid_option'],
    ['two modes', ['--first-ride', '--find-speed'], 'invalid_option'],
  ])('with %s is refused', (_what, args, code) => {
    expect(() => optionsOf(args)).toThrow(refusal(code));
  });
  it('names what is wrong', () => {
    expect(() => optionsOf(['--limit', 'many'])).toThrow("--limit must be a whole number of at least 1, not 'many'.");
    expect(() => optionsOf(['--sped', '3'])).toThrow("Unknown option '--sped'.");
  });
});
