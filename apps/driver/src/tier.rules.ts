import type { StatementIssued } from '@ride/events';

/** From the lowest on. */
export const TIERS = ['bronze', 'silver', 'gold', 'platinum'] as const;
export type Tier = (typeof TIERS)[number];

/** What counts of a statement. `start`: when its week began, UTC milliseconds. */
export interface CountedWeek {
  readonly start: number;
  readonly trips: number;
  /** As it was when the week's statement was issued; null: nobody had rated the driver. */
  readonly rating: number | null;
}

/** So many statements count: weeks without a trip have none, and cost nobody their tier. */
export const WEEKS_COUNTED = 4;

/** What a tier asks for over the counted weeks together; the rating is that of the last one. */
const ASKED: Readonly<Record<Tier, { readonly trips: number; readonly rating: number | null }>> = {
  bronze: { trips: 0, rating: null },
  silver: { trips: 40, rating: null },
  gold: { trips: 100, rating: 4.7 },
  platinum: { trips: 200, rating: 4.85 },
};

export function weekOf({ start, trips, rating }: StatementIssued['data']): CountedWeek {
  return { start, trips, rating: rating === undefined || rating.count === 0 ? null : rating.average };
}

/** The newest weeks with this one among them, the newest first; one that is known already counts once. */
export function withWeek(weeks: readonly CountedWeek[], week: CountedWeek): readonly CountedWeek[] {
  return [week, ...weeks.filter(({ start }) => start !== week.start)]
    .sort((a, b) => b.start - a.start)
    .slice(0, WEEKS_COUNTED);
}

/** The highest tier whose conditions the weeks meet. */
export function tierOf(weeks: readonly CountedWeek[]): Tier {
  const trips = tripsIn(weeks);
  const rating = weeks[0]?.rating ?? null;
  return TIERS.findLast((tier) => trips >= ASKED[tier].trips && isRated(rating, ASKED[tier].rating)) ?? 'bronze';
}

/** The tier above, and what is missing; null at the top. */
export function nextTier(weeks: readonly CountedWeek[]) {
  const tier = TIERS[TIERS.indexOf(tierOf(weeks)) + 1];
  if (tier === undefined) return null;
  return { tier, trips: Math.max(0, ASKED[tier].trips - tripsIn(weeks)), rating: ASKED[tier].rating };
}

export function tripsIn(weeks: readonly CountedWeek[]): number {
  return weeks.reduce((sum, { trips }) => sum + trips, 0);
}

function isRated(rating: number | null, asked: number | null): boolean {
  return asked === null || (rating !== null && rating >= asked);
}
