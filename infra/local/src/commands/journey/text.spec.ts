import { stripVTControlCharacters } from 'node:util';
import type { Entry } from './answer.js';
import { coloured, journeyText, plain } from './text.js';
import { treeOf } from './tree.js';

const at = (ms: number) => new Date(1_772_000_000_000 + ms).toISOString();
const fact = (id: string, causationId: string, ms: number, type: string): Entry => ({
  ...{
    kind: 'fact',
    id,
    causationId,
    service: 'rider',
    at: at(ms),
    type,
    topic: 'rides.v1',
    partition: 1,
    offset: '7',
  },
  ...{ key: 'r', unreadable: null },
});
const of = { service: 'booking', subscription: 'booking', handler: 'BookingHandlers.follow' };
const entries: Entry[] = [
  { kind: 'request', id: 'q', causationId: null, service: 'rider', at: at(0), request: 'POST /rides' },
  fact('a', 'q', 0, 'RideRequested'),
  { kind: 'handled', id: 'h', causationId: 'a', at: at(9), ...of, attempt: 2, tookMs: 1.234 },
  { kind: 'retry', id: 't', causationId: 'a', at: at(5), ...of, attempt: 1, error: `Error: ${'no room '.repeat(20)}` },
  fact('b', 'a', 12, 'BookingCreated'),
  {
    kind: 'dead-letter',
    id: 'd',
    causationId: 'b',
    at: at(20),
    ...of,
    attempts: 3,
    reason: 'x',
    error: 'E: no',
    letterId: '7',
  },
  fact('c', 'not here', 30, 'DriverBecameAvailable'),
];
const journey = { correlationId: 'r', ride: null, links: { trace: null, logs: null }, entries, isCut: false };

describe('a printed journey', () => {
  it('has every entry once, under its cause', () => {
    const count = (branches: ReturnType<typeof treeOf>): number =>
      branches.reduce((n, { then }) => n + 1 + count(then), 0);
    expect(count(treeOf(entries))).toBe(entries.length);
    expect(treeOf(entries).map(({ entry }) => entry.id)).toEqual(['q', 'c']);
  });
  it('tells who handled what in which attempt, why it was tried again, and how to repair what is dead', () => {
    const text = journeyText(journey, plain);
    expect(text).toContain('✓ booking handled it, attempt 2 in 1.2 ms');
    expect(text).toContain('↻ booking tries again: attempt 1 failed: Error: no room');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('npm run dead-letters -- booking replay 7 --reason WHY');
    expect(text).toContain('3 facts, handled 1 times, 1 retries, 1 dead letters');
  });
  it('fits in 100 columns, and is the same with colours', () => {
    const text = journeyText(journey, plain);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
    const painted = journeyText(journey, coloured);
    expect(painted).not.toBe(text);
    expect(stripVTControlCharacters(painted)).toBe(text);
  });
  it('ends where causes go in a circle', () => {
    expect(treeOf([fact('a', 'b', 0, 'A'), fact('b', 'a', 1, 'B')])).toEqual([]);
  });
});
