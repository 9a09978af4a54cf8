import fc from 'fast-check';
import { calendarDays, calendarMonths, calendarWeeks } from './calendar.js';
import type { Window, Windows } from './window.js';

const HOUR = 3_600_000;
/** Clocks change by an hour, by half an hour, at midnight, twice within a month, by a whole day; or never. */
const zone = fc.constantFrom(
  ...['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Beirut'],
  ...['Africa/Casablanca', 'Pacific/Apia', 'America/Havana', 'Asia/Kathmandu', 'UTC'],
);
const time = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2036, 0) });
const at = (windows: Windows, instant: number): Window => windows.of(instant, null)[0]!;
const hoursOf = ({ start, end }: Window): number => (end - start) / HOUR;
const localOf = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);

describe('calendar windows', () => {
  it.each([
    ['days', calendarDays, 48],
    ['weeks', calendarWeeks, 8 * 24],
    ['months', calendarMonths, 32 * 24],
  ] as const)('%s follow one another without a gap, and hold the times that are in them', (_, of, longest) => {
    fc.assert(
      fc.property(zone, time, (name, instant) => {
        const window = at(of(name), instant);
        expect(window.start <= instant && instant < window.end).toBe(true);
        expect(hoursOf(window)).toBeLessThanOrEqual(longest);
        expect(at(of(name), window.end).start).toBe(window.end);
        expect(at(of(name), window.start - 1).end).toBe(window.start);
        expect([at(of(name), window.start), at(of(name), window.end - 1)]).toEqual([window, window]);
      }),
    );
  });

  it('begin where a day begins: at midnight, or where clocks are put on over it', () => {
    fc.assert(
      fc.property(zone, time, (name, instant) => {
        const { start } = at(calendarDays(name), instant);
        const day = (of: number) => new Intl.DateTimeFormat('en-CA', { timeZone: name }).format(of);
        expect(day(start) > day(start - 1)).toBe(true);
      }),
    );
  });

  it('a week begins on Monday at midnight of its place', () => {
    const { start, end } = at(calendarWeeks('America/New_York'), Date.UTC(2026, 6, 16, 12));
    expect([localOf(start, 'America/New_York'), localOf(end, 'America/New_York')]).toEqual([
      'Mon 13, 00:00',
      'Mon 20, 00:00',
    ]);
  });

  it('the day on which clocks are put on has 23 hours, the one on which they are put back 25', () => {
    const spring = at(calendarDays('America/New_York'), Date.UTC(2026, 2, 8, 17));
    const autumn = at(calendarDays('America/New_York'), Date.UTC(2026, 10, 1, 17));
    expect([hoursOf(spring), hoursOf(autumn)]).toEqual([23, 25]);
    const week = at(calendarWeeks('America/New_York'), Date.UTC(2026, 2, 8, 17));
    expect(hoursOf(week)).toBe(7 * 24 - 1);
  });

  it('a day that begins at one o’clock, since midnight was left out, begins there', () => {
    const { start } = at(calendarDays('Asia/Beirut'), Date.UTC(2024, 2, 31, 12));
    expect(localOf(start, 'Asia/Beirut')).toBe('Sun 31, 01:00');
  });

  it('the zone can be the record’s', () => {
    const weeks = calendarWeeks((place: { zone: string }) => place.zone);
    const instant = Date.UTC(2026, 6, 13, 2);
    expect(localOf(weeks.of(instant, { zone: 'UTC' })[0]!.start, 'UTC')).toBe('Mon 13, 00:00');
    expect(localOf(weeks.of(instant, { zone: 'America/New_York' })[0]!.start, 'America/New_York')).toBe('Mon 6, 00:00');
  });
});
