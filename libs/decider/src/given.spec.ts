import { DriverBecameAvailable, DriverBecameUnavailable, type FactOf, type Made } from '@ride/events';
import type { Decider } from './decider.js';
import { given } from './given.js';
import { Rejected, rejections } from './rejected.js';

const driverId = '0198a0f0-0000-7000-8000-000000000001';
const available = DriverBecameAvailable({
  driverId,
  location: { lat: 40.7, lng: -74 },
  area: 'nyc',
  vehicleClass: 'xl',
  version: 1,
});
const silent = DriverBecameUnavailable({ driverId, reason: 'silent', version: 2 });
const rejected = rejections({ off_duty: 'Go on duty first.' });

type Hears = FactOf<typeof DriverBecameAvailable>;
type Says = Made<typeof DriverBecameUnavailable>;
type State = { readonly seenAt: number | null; readonly seen: number };
const watch: Decider<State, 'leave' | 'mutate', Hears, Says> = {
  initial: { seenAt: null, seen: 0 },
  decide: (state, command) => {
    if (command === 'mutate') (state as { seen: number }).seen = 9;
    if (state.seenAt === null) throw rejected.off_duty();
    return [silent];
  },
  react: (state) => {
    if (state.seen === 2) throw rejected.off_duty();
    return state.seenAt === null ? [] : [silent];
  },
  evolve: (state, fact, at) =>
    fact.type === silent.type ? { ...state, seenAt: null } : { seenAt: at, seen: state.seen + 1 },
  deadline: {
    at: (state) => (state.seenAt === null ? null : state.seenAt + 60_000),
    passed: () => [silent],
  },
};
const failure = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  throw new Error('should have failed');
};

describe('given a policy', () => {
  it('a command is answered by facts or refused by code', () => {
    given(watch).facts(available).when('leave').then(silent);
    given(watch).when('leave').refused('off_duty');
  });

  it('a heard fact is answered by the state before it, then folded', () => {
    expect(given(watch).at(5).heard(available).then().state).toEqual({ seenAt: 5, seen: 1 });
    expect(given(watch).facts(available).heard(available).then(silent).state).toEqual({ seenAt: null, seen: 2 });
  });

  it('a deadline says nothing before its time', () => {
    const past = given(watch).at(1_000).facts(available);
    past.swept({ now: 60_999 }).then();
    past.swept({ now: 61_000 }).then(silent);
    given(watch).swept({ now: 99_999_999 }).then();
  });

  it('a common past is shared, not changed', () => {
    const past = given(watch).facts(available);
    past.facts(silent).when('leave').refused('off_duty');
    past.when('leave').then(silent);
  });

  it('what differs is told with its whole story', () => {
    expect(failure(() => given(watch).facts(available, silent).when('leave').then(silent))).toBe(
      [
        `given  DriverBecameAvailable ${JSON.stringify(available.data)}`,
        `given  DriverBecameUnavailable ${JSON.stringify(silent.data)}`,
        'when   "leave"',
        `then   DriverBecameUnavailable ${JSON.stringify(silent.data)}`,
        'but    refused: off_duty (Go on duty first.)',
      ].join('\n'),
    );
    expect(failure(() => given(watch).facts(available).when('leave').refused('off_duty'))).toContain(
      'then   refused: off_duty\nbut    DriverBecameUnavailable',
    );
    expect(failure(() => given(watch).facts(available).when('leave').then())).toContain(
      'then   nothing\nbut    Driver',
    );
  });

  it('other data is another fact', () => {
    const booked = DriverBecameUnavailable({ driverId, reason: 'booked', version: 2 });
    expect(failure(() => given(watch).facts(available).when('leave').then(booked))).toContain('"reason":"booked"');
  });

  it('a reaction that throws, and a policy that changes its state, fail', () => {
    expect(failure(() => given(watch).facts(available, available).heard(available))).toContain('react never throws');
    expect(failure(() => given(watch).when('mutate'))).toContain('read only');
  });
});

describe('rejections', () => {
  it('are errors with a code and a help, one for each', () => {
    const error = rejected.off_duty();
    expect(error).toBeInstanceOf(Rejected);
    expect(error).toMatchObject({ name: 'Rejected', code: 'off_duty', message: 'Go on duty first.' });
    expect(rejected.off_duty()).not.toBe(error);
  });
  it('are a closed list', () => {
    // @ts-expect-error nobody declared this one
    expect(rejected['on_duty']).toBeUndefined();
  });
});
