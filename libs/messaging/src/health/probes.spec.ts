import type { Indicator } from './indicator.js';
import { Probes } from './probes.js';
import type { Trouble, TroubleCode } from './trouble.js';

const MINUTE = 60_000; // milliseconds

describe('the probes of a service', () => {
  let now: number;
  let troubles: Trouble[];
  let lastOutage: number | null;
  let lines: string[];
  let probes: Probes;
  const part: Indicator = {
    troubles: () => troubles,
    figures: () => ({ part: { lag: 3 } }),
    get lastOutage() {
      return lastOutage;
    },
  };
  const has = (...codes: TroubleCode[]): void => {
    troubles = codes.map((code) => ({ code, part: 'part', since: now, what: 'It is so.' }));
  };
  const codesOf = ({ troubles: found }: { readonly troubles: readonly Trouble[] }) => found.map(({ code }) => code);

  beforeEach(() => {
    now = 1_000_000_000;
    lastOutage = null;
    lines = [];
    has();
    const note = (_: object, line: string): void => void lines.push(line);
    probes = new Probes({ debug: note, info: note, warn: note, error: note }, () => now);
    probes.add(part);
  });

  it('say that it starts, and why it has not started, until it has; from then on that it has', () => {
    has('consumer_not_joined');
    for (const report of [probes.started(), probes.ready()])
      expect(codesOf(report)).toEqual(['starting', 'consumer_not_joined']);
    probes.began();
    expect(codesOf(probes.started())).toEqual([]);
    expect(codesOf(probes.ready())).toEqual(['consumer_not_joined']);
  });

  it('say what every part knows', () => {
    probes.began();
    expect(probes.ready()).toEqual({ troubles: [], figures: { part: { lag: 3 } } });
    has('database_unreachable', 'relay_failing');
    expect(codesOf(probes.ready())).toEqual(['database_unreachable', 'relay_failing']);
    has();
    expect(codesOf(probes.ready())).toEqual([]);
  });

  it('say that it drains from the moment at which it is told to stop, and not that it should be restarted', () => {
    has('unit_stuck');
    probes.began();
    now += 6 * MINUTE;
    probes.drains();
    expect(codesOf(probes.ready())).toEqual(['draining', 'unit_stuck']);
    expect(codesOf(probes.live())).toEqual([]);
    expect(codesOf(probes.started())).toEqual([]);
  });

  it.each(['consumer_not_joined', 'consumer_silent', 'unit_stuck', 'partition_stuck', 'relay_stuck'] as const)(
    'want a restart when %s has lasted 5 minutes, not sooner',
    (code) => {
      has(code);
      now += 5 * MINUTE - 1;
      expect(codesOf(probes.live())).toEqual([]);
      now += 1;
      expect(codesOf(probes.live())).toEqual([code]);
    },
  );

  it.each(['database_unreachable', 'broker_unreachable', 'waits_in_place', 'draining', 'parking_impossible'] as const)(
    'want none for %s, however long it lasts',
    (code) => {
      has(code);
      now += 60 * MINUTE;
      expect(codesOf(probes.live())).toEqual([]);
    },
  );

  it('want no restart while a store is out of reach, nor for 5 minutes afterwards', () => {
    has('consumer_silent', 'broker_unreachable');
    const [silent] = troubles;
    now += 60 * MINUTE;
    expect(codesOf(probes.live())).toEqual([]);
    troubles = [silent!];
    now += 5 * MINUTE - 1;
    expect(codesOf(probes.live())).toEqual([]);
    // Nobody asked while it was away again.
    lastOutage = now;
    now += MINUTE;
    expect(codesOf(probes.live())).toEqual([]);
    now += 4 * MINUTE;
    expect(codesOf(probes.live())).toEqual(['consumer_silent']);
  });

  it('log each change once, however often they are asked', () => {
    probes.began();
    for (const code of ['relay_failing', 'relay_failing', 'relay_stuck'] as const) {
      has(code);
      probes.ready();
    }
    has();
    probes.ready();
    probes.ready();
    expect(lines).toEqual(['not ready', 'not ready', 'ready']);
  });
});
