import { z } from 'zod';
import type { Api } from '../api/api.js';

const History = z.looseObject({
  history: z.array(z.looseObject({ type: z.string(), said: z.boolean(), time: z.iso.datetime({ offset: true }) })),
});

/** The ride fact by fact, in the order of the log, as booking keeps it: what it heard, and what it said itself. */
export async function rideLogOf(api: Api, token: string, rideId: string): Promise<string> {
  const call = { method: 'GET', path: `/bookings/${rideId}/history`, token } as const;
  const { history } = await api.get('booking', call, History);
  const began = Date.parse(history[0]?.time ?? '');
  const rows = history.map(({ type, said, time }) => {
    const ms = String(Date.parse(time) - began).padStart(6);
    return `${ms} ms  ${type}${said ? '  (booking says)' : ''}`;
  });
  return ['Its facts, in the order of the log', ...rows, ''].join('\n');
}
