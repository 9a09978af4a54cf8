import { z } from 'zod';
import { pointOf, type GivenPoint, type Point } from './point.js';

/** Why a point is dropped, and what the phone can do. The codes stay as they are. */
export const DROPPED = {
  invalid_point: 'It has no place, or something in it is out of its range: leave it out.',
  too_late: 'It is older than positions count: forget it, and set the clock if it was new.',
  in_the_future: 'It is more than 5 s ahead of our clock: set the clock.',
  out_of_order: 'A point at least as new is known already, from this batch or from before: forget it.',
  outside_service_areas: 'It lies outside all service areas: send the next one from inside.',
} as const;
export type DropCode = keyof typeof DROPPED;

export const Dropped = z
  .object({
    index: z.number().int().meta({ description: 'of the point in the batch, from 0' }),
    code: z.enum(Object.keys(DROPPED) as [DropCode, ...DropCode[]]).meta({
      description: Object.entries(DROPPED)
        .map(([code, help]) => `\`${code}\`: ${help}`)
        .join(' '),
    }),
  })
  .meta({ id: 'DroppedPoint' });
export type Dropped = z.infer<typeof Dropped>;

/** A phone's clock may be ahead by so much, milliseconds. */
const AHEAD_MS = 5_000;

export interface Taken {
  readonly index: number;
  readonly point: Point;
  readonly area: string;
  /** When the driver was there by the phone's clock, UTC milliseconds. */
  readonly time: number;
}
interface Judged {
  readonly taken: readonly Taken[];
  readonly dropped: readonly Dropped[];
}

export interface Circumstances {
  readonly now: number;
  /** How long a position counts, milliseconds. */
  readonly freshMs: number;
  /** undefined: the place is in none. */
  readonly areaOf: (place: Point) => string | undefined;
}

/** Each point of a batch by itself: what is taken is in the order of its times. */
export function judged(points: readonly GivenPoint[], { now, freshMs, areaOf }: Circumstances): Judged {
  const taken: Taken[] = [];
  const dropped: Dropped[] = [];
  points.forEach((given, index) => {
    const point = pointOf(given);
    const { time = now } = point ?? {};
    const area = point && areaOf(point);
    const drop = (code: DropCode) => dropped.push({ index, code });
    if (point === undefined) drop('invalid_point');
    else if (time > now + AHEAD_MS) drop('in_the_future');
    else if (time < now - freshMs) drop('too_late');
    else if (time <= (taken.at(-1)?.time ?? -Infinity)) drop('out_of_order');
    else if (area === undefined) drop('outside_service_areas');
    else taken.push({ index, point, area, time });
  });
  return { taken, dropped };
}

/** Without what is no news; `known`: the time of the driver's newest point before this batch, null when there is none. */
export function newerThan(known: number | null, { taken, dropped }: Judged): Judged {
  const isNew = ({ time }: Taken) => known === null || time > known;
  const old = taken.filter((each) => !isNew(each)).map(({ index }): Dropped => ({ index, code: 'out_of_order' }));
  return {
    taken: taken.filter(isNew),
    dropped: [...dropped, ...old].sort((a, b) => a.index - b.index),
  };
}

/**
 * By how much the phone's clock is ahead, as far as the batch shows it, milliseconds: what has not happened yet would hide
 * what comes next. Taken from all of its times, it leaves their order.
 */
export function aheadOf(now: number, taken: readonly Taken[]): number {
  return Math.max(0, (taken.at(-1)?.time ?? now) - now);
}
