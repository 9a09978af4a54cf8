import { z } from 'zod';
import type { Api } from '../api/api.js';
import { Refusal } from '../api/problem.js';
import { storyOf, type Told } from '../figures/story.js';
import type { Facts } from '../figures/summary.js';
import { forMany } from './many.js';

/** More histories than this are not asked for. */
const MOST_RIDES = 10_000;
const AT_ONCE = 8;

const History = z.object({
  history: z.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) })),
});

interface Asked {
  readonly rideIds: readonly string[];
  readonly token: string;
  /** How long the run took. */
  readonly seconds: number;
}

/** What the log has of these rides, by booking's history: all that booking heard of them and said itself. */
export async function factsOf(api: Api, { rideIds, token, seconds }: Asked): Promise<Facts> {
  const every = Math.max(1, Math.ceil(rideIds.length / MOST_RIDES));
  const asked = rideIds.filter((_, n) => n % every === 0);
  const histories = await forMany(asked, AT_ONCE, (rideId) => historyOf(api, rideId, token));
  const counted = histories.reduce((sum, { length }) => sum + length, 0);
  const count = asked.length === 0 ? 0 : Math.round((counted * rideIds.length) / asked.length);
  return { count, ofRides: asked.length, perSecond: count / seconds, story: storyOf(histories) };
}

async function historyOf(api: Api, rideId: string, token: string): Promise<readonly Told[]> {
  try {
    const call = { method: 'GET', path: `/bookings/${rideId}/history`, token } as const;
    return (await api.get('booking', call, History)).history;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return []; // booking has heard nothing of it
    throw error;
  }
}
