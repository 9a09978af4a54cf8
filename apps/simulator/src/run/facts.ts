import { z } from 'zod';
import type { Api } from '../api/api.js';
import { Refusal } from '../api/problem.js';
import type { Facts } from '../figures/summary.js';
import { forMany } from './many.js';

/** More histories than this are not asked for; the count is scaled up then. */
const MOST_RIDES = 1000;
const AT_ONCE = 8;

/** Either the list itself or an object that holds it. */
const History = z.union([z.array(z.unknown()), z.looseObject({ history: z.array(z.unknown()) })]);

/** How many facts the log has of these rides, by booking's history: all that booking heard of them and said itself. */
export async function countFacts(
  api: Api,
  {
    rideIds,
    token,
    seconds,
  }: { readonly rideIds: readonly string[]; readonly token: string; readonly seconds: number },
): Promise<Facts> {
  const every = Math.max(1, Math.ceil(rideIds.length / MOST_RIDES));
  const asked = rideIds.filter((_, n) => n % every === 0);
  const lengths = await forMany(asked, AT_ONCE, async (rideId) => {
    try {
      const call = { method: 'GET', path: `/bookings/${rideId}/history`, token } as const;
      const history = await api.get('booking', call, History);
      return Array.isArray(history) ? history.length : history.history.length;
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return 0; // booking has heard nothing of it
      throw error;
    }
  });
  const counted = lengths.reduce((sum, n) => sum + n, 0);
  const count = asked.length === 0 ? 0 : Math.round((counted * rideIds.length) / asked.length);
  return { count, ofRides: asked.length, perSecond: count / seconds };
}
