import type { Entry, Kind } from '../api/journey.js';
import { secondsBetween } from '../parts/format.js';

/** One line of the timeline: an entry, in the lane of its service, below what caused it. */
export interface Row {
  readonly entry: Entry;
  /** Place of its service among the lanes. */
  readonly lane: number;
  /** Which row it follows from; undefined: nothing that is shown. */
  readonly from: number | undefined;
  /** Since the first entry, seconds. */
  readonly sinceStart: number;
  /** Since the row above, seconds. */
  readonly sinceLast: number;
}

export interface Timeline {
  readonly lanes: readonly string[];
  readonly rows: readonly Row[];
  /** From the first entry to the last, seconds. */
  readonly seconds: number;
}

/** In the order in which a ride goes through them. */
const LANES = ['rider', 'matching', 'driver', 'booking', 'notification'];

/** A journey as rows in order of time. An entry whose cause is not shown hangs on the nearest one before it that is. */
export function timelineOf(entries: readonly Entry[], shown: ReadonlySet<Kind>): Timeline {
  const causes = new Map(entries.map(({ id, causationId }) => [id, causationId]));
  const seen = entries.filter(({ kind }) => shown.has(kind)).toSorted(byTime(entries));
  const lanes = lanesOf(entries);
  const places = new Map(seen.map(({ id }, place) => [id, place]));
  const start = seen[0]?.at ?? '';
  const rows = seen.map((entry, i) => ({
    entry,
    lane: lanes.indexOf(entry.service),
    from: shownCauseOf(entry, causes, places),
    sinceStart: secondsBetween(start, entry.at),
    sinceLast: i === 0 ? 0 : secondsBetween(seen[i - 1]?.at ?? entry.at, entry.at),
  }));
  return { lanes, rows, seconds: rows.at(-1)?.sinceStart ?? 0 };
}

/** What happened at the same millisecond stays in the order in which it came. */
function byTime(entries: readonly Entry[]) {
  const order = new Map(entries.map(({ id }, i) => [id, i]));
  return (a: Entry, b: Entry): number =>
    Date.parse(a.at) - Date.parse(b.at) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
}

function lanesOf(entries: readonly Entry[]): readonly string[] {
  const services = new Set(entries.map(({ service }) => service));
  const others = [...services].filter((service) => !LANES.includes(service)).toSorted();
  return [...LANES.filter((service) => services.has(service)), ...others];
}

function shownCauseOf(
  entry: Entry,
  causes: ReadonlyMap<string, string | null>,
  places: ReadonlyMap<string, number>,
): number | undefined {
  const passed = new Set([entry.id]);
  for (let id = entry.causationId; id !== null && !passed.has(id); id = causes.get(id) ?? null) {
    const place = places.get(id);
    if (place !== undefined) return place;
    passed.add(id);
  }
  return undefined;
}

/** The rows that led to one, and those that followed from it, itself among them. */
export function relatedTo(place: number, rows: readonly Row[]): ReadonlySet<number> {
  const related = new Set<number>();
  for (let at: number | undefined = place; at !== undefined && !related.has(at); at = rows[at]?.from) related.add(at);
  const after = new Set([place]);
  // An effect's clock may be behind its cause's: looked through until nothing is added.
  for (let size = 0; size !== after.size;) {
    size = after.size;
    for (const [i, { from }] of rows.entries()) if (from !== undefined && after.has(from)) after.add(i);
  }
  return new Set([...related, ...after]);
}
