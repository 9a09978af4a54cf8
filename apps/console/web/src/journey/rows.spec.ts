import type { Entry, Kind } from '../api/journey.js';
import { relatedTo, timelineOf } from './rows.js';

const ALL = new Set<Kind>(['request', 'fact', 'handled', 'retry', 'dead-letter']);
const at = (ms: number) => new Date(Date.UTC(2026, 10, 25) + ms).toISOString();
const request = (id: string, ms: number): Entry => ({
  ...{ kind: 'request', id, causationId: null, service: 'rider', request: 'POST /rides', at: at(ms) },
});
const fact = (id: string, causationId: string | null, service: string, ms: number): Entry => ({
  ...{ kind: 'fact', id, causationId, service, type: 'X', topic: 't', partition: 0, offset: '0', key: 'k' },
  ...{ at: at(ms), loggedAt: at(ms), traceId: null, data: {}, unreadable: null },
});
const handled = (id: string, causationId: string, service: string, ms: number): Entry => ({
  ...{
    kind: 'handled',
    id,
    causationId,
    service,
    subscription: service,
    handler: 'H.x',
    attempt: 1,
    at: at(ms),
    tookMs: 2,
    outcome: 'done',
  },
});
const ids = (rows: readonly { readonly entry: Entry }[]) => rows.map(({ entry }) => entry.id);

describe('the timeline of a journey', () => {
  const entries = [
    request('r', 0),
    fact('a', 'r', 'rider', 10),
    handled('ha', 'a', 'matching', 30),
    fact('b', 'a', 'matching', 20),
    fact('c', 'b', 'driver', 1520),
  ];

  it('has every entry, in order of time, in the lane of its service', () => {
    const { rows, lanes, seconds } = timelineOf(entries, ALL);
    expect(ids(rows)).toEqual(['r', 'a', 'b', 'ha', 'c']);
    expect(lanes).toEqual(['rider', 'matching', 'driver']);
    expect(rows.map(({ lane }) => lane)).toEqual([0, 0, 1, 1, 2]);
    expect(seconds).toBe(1.52);
    expect(rows.at(-1)?.sinceLast).toBeCloseTo(1.49);
  });
  it('draws each from its cause', () => {
    expect(timelineOf(entries, ALL).rows.map(({ from }) => from)).toEqual([undefined, 0, 1, 1, 2]);
  });
  it('hangs what follows from something hidden on what that followed from', () => {
    const { rows } = timelineOf(
      [request('r', 0), fact('a', 'r', 'rider', 1), handled('h', 'a', 'booking', 2)],
      new Set<Kind>(['request', 'handled']),
    );
    expect(rows.map(({ from }) => from)).toEqual([undefined, 0]);
  });
  it('keeps the order of what happened at once', () => {
    expect(ids(timelineOf([fact('z', null, 'rider', 5), fact('y', null, 'rider', 5)], ALL).rows)).toEqual(['z', 'y']);
  });
  it('ends although causes go in a circle', () => {
    const { rows } = timelineOf([fact('a', 'b', 'rider', 1), fact('b', 'a', 'rider', 2)], ALL);
    expect(relatedTo(0, rows)).toEqual(new Set([0, 1]));
  });
  it('knows what led to an entry and what followed from it', () => {
    const { rows } = timelineOf(entries, ALL);
    expect([...relatedTo(2, rows)].toSorted()).toEqual([0, 1, 2, 4]);
    expect([...relatedTo(3, rows)].toSorted()).toEqual([0, 1, 3]);
  });
  it('is empty of nothing', () => expect(timelineOf([], ALL)).toEqual({ lanes: [], rows: [], seconds: 0 }));
});
