/** A fact of a ride, as booking's history has it. */
export interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
export type Counts = Readonly<Record<string, number>>;

/** What became of rides, bookings, offers and wishes, each by its reason: from the log, not from what people saw. */
export interface Story {
  readonly completed: Counts;
  readonly cancelled: Counts;
  readonly unfulfilled: Counts;
  readonly bookings: Counts;
  /** By the first thing that was said of the offer. */
  readonly offers: Counts;
  readonly acceptancesRefused: Counts;
  readonly wishesRefused: Counts;
}

/** The histories of some rides, each in its order. */
export function storyOf(histories: readonly (readonly Told[])[]): Story {
  const counts = Object.fromEntries(CHAPTERS.map((chapter) => [chapter, {}])) as Record<
    Chapter,
    Record<string, number>
  >;
  const count = (chapter: Chapter, what: string) => (counts[chapter][what] = (counts[chapter][what] ?? 0) + 1);
  for (const history of histories) {
    const answered = new Set<unknown>();
    history.forEach((fact, n) => {
      const line = lineOf(fact, history[n - 1]?.type);
      if (line === undefined) return;
      const [chapter, what] = line;
      if (chapter === 'offers' && what !== 'made') {
        if (answered.has(fact.data['offerId'])) return;
        answered.add(fact.data['offerId']);
      }
      count(chapter, what);
    });
  }
  return counts;
}

const CHAPTERS = [
  'completed',
  'cancelled',
  'unfulfilled',
  'bookings',
  'offers',
  'acceptancesRefused',
  'wishesRefused',
] as const satisfies readonly (keyof Story)[];
type Chapter = (typeof CHAPTERS)[number];

/** `before`: the type of the fact before it, which booking answered when it said this one. */
function lineOf({ type, data }: Told, before: string | undefined): readonly [Chapter, string] | undefined {
  const [reason, by] = [String(data['reason']), String(data['by'])];
  switch (type) {
    case 'BookingCompleted':
      return ['completed', before === 'TripTimedOut' ? 'timed out' : `by ${String(data['settledBy'])}`];
    case 'RideCancelled': {
      if (by !== 'rider') return ['cancelled', by];
      if (data['driverId'] == null) return ['cancelled', 'rider, before a booking'];
      return ['cancelled', minorOf(data['fee']) > 0 ? 'rider, with a fee' : 'rider, free'];
    }
    case 'RideUnfulfilled':
      return ['unfulfilled', reason];
    case 'BookingCreated':
      return ['bookings', 'made'];
    case 'BookingCancelled':
      return ['bookings', before === 'TripTimedOut' ? 'timed out' : `left by ${by}`];
    case 'RideOffered':
      return ['offers', 'made'];
    case 'RideAccepted':
      return ['offers', 'accepted'];
    case 'RideDeclined':
      return ['offers', 'declined'];
    case 'RideOfferExpired':
      return ['offers', 'expired'];
    case 'RideOfferWithdrawn':
      return ['offers', `withdrawn: ${reason}`];
    case 'RideAcceptanceRefused':
      return ['acceptancesRefused', reason];
    case 'RideCancellationRefused':
      return ['wishesRefused', `${by}: ${reason}`];
  }
  return undefined;
}

function minorOf(money: unknown): number {
  const minor: unknown = typeof money === 'object' && money !== null ? Reflect.get(money, 'minor') : 0;
  return Number(minor);
}
