import type { Window, Windows } from './window.js';
import { dateOf, plusDays, weekday, Zone, type LocalDate } from './zone.js';

const DAY = 86_400_000;

interface Unit {
  readonly name: string;
  /** The first day of the unit that `date` lies in. */
  readonly first: (date: LocalDate) => LocalDate;
  /** The first day of the next one. */
  readonly next: (first: LocalDate) => LocalDate;
  /** With a clock change of up to a day. */
  readonly longest: number;
}

const day: Unit = { name: 'days', first: (date) => date, next: (date) => plusDays(date, 1), longest: 2 * DAY };
const week: Unit = {
  name: 'weeks',
  first: (date) => plusDays(date, -weekday(date)),
  next: (first) => plusDays(first, 7),
  longest: 8 * DAY,
};
const month: Unit = {
  name: 'months',
  first: ({ year, month: of }) => ({ year, month: of, day: 1 }),
  next: ({ year, month: of }) => dateOf(Date.UTC(year, of, 1)),
  longest: 32 * DAY,
};

/** The name of an IANA time zone, or where a record has it. */
export type ZoneOf<V> = string | ((value: V) => string);

/** Days from midnight to midnight where the record is from: 23 or 25 hours when clocks change. */
export const calendarDays = <V>(zone: ZoneOf<V>): Windows<V> => calendar(day, zone);
/** Weeks from Monday on. */
export const calendarWeeks = <V>(zone: ZoneOf<V>): Windows<V> => calendar(week, zone);
export const calendarMonths = <V>(zone: ZoneOf<V>): Windows<V> => calendar(month, zone);

function calendar<V>(unit: Unit, zone: ZoneOf<V>): Windows<V> {
  const calendars = new Map<string, (time: number) => Window>();
  return {
    of: (time, value) => {
      const name = typeof zone === 'string' ? zone : zone(value);
      let windowAt = calendars.get(name);
      if (!windowAt) calendars.set(name, (windowAt = windowsIn(unit, new Zone(name))));
      return [windowAt(time)];
    },
    longest: unit.longest,
    description: `calendar ${unit.name} ${typeof zone === 'string' ? `in ${zone}` : 'in a zone of the record'}`,
  };
}

/** Records come roughly in order: as a rule the window is that of the record before. */
function windowsIn(unit: Unit, zone: Zone): (time: number) => Window {
  let last: Window = { start: 0, end: 0 };
  return (time) => {
    if (time >= last.start && time < last.end) return last;
    const first = unit.first(zone.dateAt(time));
    // Nothing has happened before the epoch.
    last = { start: Math.max(0, zone.startOf(first)), end: zone.startOf(unit.next(first)) };
    return last;
  };
}
