import { asked } from './options.js';

const NOW = Date.parse('2026-11-25T04:00:00Z');
const of = (line: string) => asked(line.split(' ').filter(Boolean), NOW);

describe('the command line of dead letters', () => {
  it('names a service, a command and ids, in this order; all but the command may be left out', () => {
    expect(of('booking replay 41 42')).toMatchObject({ service: 'booking', command: 'replay', ids: ['41', '42'] });
    expect(of('list')).toMatchObject({ service: undefined, command: 'list', ids: [] });
    expect(of('booking')).toMatchObject({ service: 'booking', command: 'groups' });
    expect(of('')).toMatchObject({ service: undefined, command: 'groups', filter: {} });
  });
  it('takes times as they are written, and as so long ago', () => {
    expect(of('list --from 2h --to 2026-11-25T03:30:00+01:00')?.filter).toEqual({
      from: '2026-11-25T02:00:00.000Z',
      to: '2026-11-25T02:30:00.000Z',
    });
  });
  it('takes filters', () => {
    expect(of('booking replay --fact RideAccepted --code no_fare --rate 0.5 --limit 10')).toMatchObject({
      filter: { fact: 'RideAccepted', code: 'no_fare' },
      rate: 0.5,
      limit: 10,
    });
  });
  it.each(['bokking list', 'booking mend 1', 'list --from yesterday', 'list --limit 1.5', 'list --rate 0'])(
    'says what to write instead of: %s',
    (line) => {
      expect(() => of(line)).toThrow(/write a|Commands: .*Services: /);
    },
  );
  it('asks for help', () => {
    expect(of('--help')).toBeUndefined();
    expect(of('help')).toBeUndefined();
    expect(of('booking list --help')).toBeUndefined();
  });
});
