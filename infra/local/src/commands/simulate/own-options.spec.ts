import { ownOptionsOf } from './own-options.js';

describe('options of the stack', () => {
  it('are taken out of what the simulator is given', () => {
    const args = '--limit 5 --kill-nine --shorten-deadlines 20 --speed 20'.split(' ');
    expect(ownOptionsOf(args)).toEqual({
      killNine: true,
      shortenDeadlines: 20,
      rest: ['--limit', '5', '--speed', '20'],
    });
    expect(ownOptionsOf(['--shorten-deadlines=1.5'])).toEqual({ killNine: false, shortenDeadlines: 1.5, rest: [] });
  });
  it('may ask for instances, and for kills in turn', () => {
    expect(ownOptionsOf('--instances 2 --kill-nine-every 10 --seed 3'.split(' '))).toEqual({
      killNine: false,
      killNineEvery: 10,
      instances: 2,
      rest: ['--seed', '3'],
    });
    expect(() => ownOptionsOf(['--instances', '1.5'])).toThrow('--instances must be a whole number of at least 1');
    expect(() => ownOptionsOf(['--kill-nine', '--kill-nine-every', '9'])).toThrow('give one of them');
  });
  it('need not be given', () => {
    expect(ownOptionsOf(['--limit', '5'])).toEqual({ killNine: false, rest: ['--limit', '5'] });
  });
  it.each([[['--shorten-deadlines']], [['--shorten-deadlines', 'much']], [['--shorten-deadlines=0.5']]])(
    'are refused when they make no sense: %j',
    (args) => {
      expect(() => ownOptionsOf(args)).toThrow('--shorten-deadlines must be a number of at least 1');
    },
  );
});
