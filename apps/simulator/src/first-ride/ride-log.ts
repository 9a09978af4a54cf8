import { answerOf } from '@ride/client';
import type { Person } from '../people/person.js';

/** The ride fact by fact, in the order of the log, as booking keeps it: what it heard, and what it said itself. */
export async function rideLogOf({ apps }: Person, rideId: string): Promise<string> {
  const params = { path: { rideId } };
  const { history } = await answerOf(apps.booking.GET('/bookings/{rideId}/history', { params }));
  const began = Date.parse(history[0]?.time ?? '');
  const rows = history.map(({ type, said, time }) => {
    const ms = String(Date.parse(time) - began).padStart(6);
    return `${ms} ms  ${type}${said ? '  (booking says)' : ''}`;
  });
  return ['Its facts, in the order of the log', ...rows, ''].join('\n');
}
