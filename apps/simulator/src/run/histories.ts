import { answerOf, RideProblem } from '@ride/client';
import { storyOf, type Told } from '../figures/story.js';
import type { Facts } from '../figures/summary.js';
import type { Person } from '../people/person.js';
import { forMany } from './many.js';

/** More histories than this are not asked for. */
const MOST_RIDES = 10_000;
const AT_ONCE = 8;

/** What the log has of a ride, in its order, by booking's history: all that booking heard of it and said itself. */
export type Histories = ReadonlyMap<string, readonly Told[]>;

/** The histories of these rides, or of some of them when they are many. */
export async function historiesOf(operator: Person, rideIds: readonly string[]): Promise<Histories> {
  const every = Math.max(1, Math.ceil(rideIds.length / MOST_RIDES));
  const asked = rideIds.filter((_, n) => n % every === 0);
  return new Map(await forMany(asked, AT_ONCE, async (rideId) => [rideId, await historyOf(operator, rideId)] as const));
}

/** The facts of so many rides, of which these are the histories, said within so many seconds. */
export function factsIn(histories: Histories, rides: number, seconds: number): Facts {
  const all = [...histories.values()];
  const counted = all.reduce((sum, { length }) => sum + length, 0);
  const count = all.length === 0 ? 0 : Math.round((counted * rides) / all.length);
  return { count, ofRides: all.length, perSecond: count / seconds, story: storyOf(all) };
}

async function historyOf({ apps }: Person, rideId: string): Promise<readonly Told[]> {
  try {
    const params = { path: { rideId } };
    return (await answerOf(apps.booking.GET('/bookings/{rideId}/history', { params }))).history;
  } catch (error) {
    if (error instanceof RideProblem && error.status === 404) return []; // booking has heard nothing of it
    throw error;
  }
}
