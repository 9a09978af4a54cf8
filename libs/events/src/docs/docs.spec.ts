import { catalogue } from '../catalogue.js';
import { cataloguePage } from './catalogue-page.js';
import { hearingsIn } from './hearings.js';
import { stalePages } from './pages.js';
import { refusalsIn, refusingFunctionsIn } from './refusals.js';
import { withServiceSection } from './service-section.js';
import { settingsPage } from './settings-page.js';
import { sourceOf } from './sources.js';

describe('the pages made from the code', () => {
  it('are as the code says', async () => {
    expect(await stalePages()).toEqual([]);
  }, 60_000);
});

describe('what a service hears', () => {
  const handlers = (body: string, more = '') => [
    sourceOf('apps/demo/src/demo.handlers.ts', `@Controller() export class DemoHandlers { ${body} }`),
    sourceOf('apps/demo/src/endings.ts', more),
  ];
  it('is what its decorators name', () => {
    const sources = handlers(`
      @On(RideRequested, RideAccepted) follow(fact: X, tx: Tx) {}
      @Effect({ name: 'warnings', maxAgeMs: 1 }, RideCancelled) async warn() {}
      @Follow(DriverMoved) see() {}
      @Watch({ last: 1 }, InstanceReported) look() {}
      @Get('RideOffered') show() {}`);
    expect(hearingsIn(sources)).toEqual([
      { fact: 'RideRequested', how: 'On', handler: 'DemoHandlers.follow' },
      { fact: 'RideAccepted', how: 'On', handler: 'DemoHandlers.follow' },
      { fact: 'RideCancelled', how: 'Effect', handler: 'DemoHandlers.warn', effect: 'warnings' },
      { fact: 'DriverMoved', how: 'Follow', handler: 'DemoHandlers.see' },
      { fact: 'InstanceReported', how: 'Watch', handler: 'DemoHandlers.look' },
    ]);
  });
  it('may be spread from a list, which may hold others', () => {
    const lists = 'const ends = [RideCancelled] as const; export const all = [RideAccepted, ...ends] satisfies Some;';
    expect(hearingsIn(handlers('@On(...all) follow() {}', lists)).map(({ fact }) => fact)).toEqual([
      'RideAccepted',
      'RideCancelled',
    ]);
  });
  it('must be readable', () => {
    expect(() => hearingsIn(handlers('@On(factOf("x")) follow() {}'))).toThrow(
      'apps/demo/src/demo.handlers.ts:1: factOf("x") can\'t be read as a fact: name the fact itself',
    );
  });
});

describe('what a service refuses', () => {
  const decider = (codes: string) => [sourceOf('apps/demo/src/demo.decider.ts', `const r = rejections(${codes});`)];
  it('is what its rejections list', () => {
    expect(refusalsIn(decider("{ off_duty: 'Go on ' + `duty.` }"))).toEqual([
      { code: 'off_duty', help: 'Go on duty.' },
    ]);
  });
  it('is also what the library functions throw that it imports', () => {
    const library = sourceOf(
      'libs/geo/src/areas.ts',
      `const r = rejections({ outside: 'Go inside.', other: 'No.' });
       export function areaOf() { if (!area) throw r.outside(); }
       export function areaById() { throw new Error('none'); }`,
    );
    const using = (name: string) => [sourceOf('apps/demo/src/demo.ts', `import { ${name} } from '@ride/places';`)];
    const refusing = refusingFunctionsIn([library]);
    expect(refusalsIn([...using('areaOf'), ...using('areaOf')], refusing)).toEqual([
      { code: 'outside', help: 'Go inside.' },
    ]);
    expect(refusalsIn(using('areaById'), refusing)).toEqual([]);
  });
  it('must be readable', () => {
    expect(() => refusalsIn(decider('codes'))).toThrow('apps/demo/src/demo.decider.ts:1: write the codes');
    expect(() => refusalsIn(decider('{ off_duty: help() }'))).toThrow('as plain strings');
  });
});

describe('a page', () => {
  const { topics, facts } = catalogue();
  const demo = {
    name: 'matching',
    hears: [{ fact: 'RideRequested', how: 'On', handler: 'Searches.open' } as const],
    refuses: [{ code: 'off_duty', help: 'Go on duty.' }],
  };
  it('shows who says, what is carried and who hears', () => {
    const page = cataloguePage(topics, facts, [demo]);
    expect(page).toContain('says_rider([rider]) --> RideRequested --> hears_matching([matching])');
    expect(page).toContain('says_rider([rider]) & says_driver([driver]) --> RideCancellationRequested\n');
    expect(page).toContain('says_rider([rider]) -.-> DriverRated\n');
    expect(page).toMatch(
      /\| \*\*RideRequested\*\* \| a rider asked for a ride \| `rideId` UUID<br>.* \| rider \| matching \|/,
    );
    expect(page).toContain('`reason?` text');
    for (const { type } of facts) expect(page).toMatch(new RegExp(`^\\| [*_]+${type}[*_]+ \\|`, 'm'));
  });
  it('shows each setting with its default, and what production asks for', () => {
    const page = settingsPage([
      { name: 'RIDE_ENV', what: 'where', kind: 'local | production', default: 'local', setInProduction: false },
      { name: 'RIDE_PIN_SECRET', what: 'a secret', kind: 'secret', default: 'dev', setInProduction: true },
      { name: 'RIDE_AREAS_FILE', what: 'areas', kind: 'path', default: undefined, setInProduction: false },
    ]);
    expect(page).toContain('| `RIDE_ENV` | where | local \\| production | `local` |');
    expect(page).toContain('| `RIDE_PIN_SECRET` | a secret | secret | `dev`, must be set in production |');
    expect(page).toContain('| `RIDE_AREAS_FILE` | areas | path |  |');
  });
  it('of a service keeps what people wrote around its section', () => {
    const first = withServiceSection('# Matching\n\nWritten by hand.\n', demo, facts);
    expect(first).toMatch(/^# Matching\n\nWritten by hand\.\n\n<!-- made/);
    expect(first).toContain(
      '| RideRequested | a rider asked for a ride | rider | `Searches.open`, in the unit of work |',
    );
    expect(first).toContain('| RideOffered | one driver was offered the ride | rides.v1 |');
    expect(first).toContain('| `off_duty` | Go on duty. |');
    const more = `${first}\nMore by hand.\n`;
    expect(withServiceSection(more, demo, facts)).toBe(more);
    expect(withServiceSection(more, { ...demo, refuses: [] }, facts)).toContain('## Refuses\n\nNothing.');
  });
});
