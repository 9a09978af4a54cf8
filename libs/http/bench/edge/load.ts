/** The load, in a process of its own: riders who ask for rides, as many at once as there are connections. */
import autocannon from 'autocannon';
import { v7 } from 'uuid';
import type { Asked, Answered } from './turn.js';

/** Trips within the service area of New York, of different lengths. */
function trip(n: number) {
  const place = (k: number) => ({ lat: 40.72 + 0.0007 * (k % 60), lng: -73.99 + 0.0005 * (k % 40) });
  return { pickup: place(n), dropoff: place(7 * n + 13), vehicleClass: 'standard' };
}

const { url, seconds, connections, tokens } = JSON.parse(process.argv[2]!) as Asked;
const { latency, ...counts } = await autocannon({
  url: `${url}/rides`,
  duration: seconds,
  connections,
  requests: tokens.map((token, n) => ({
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(trip(n)),
    setupRequest: ({ headers, ...request }) => ({ ...request, headers: { ...headers, 'idempotency-key': v7() } }),
  })),
});
const answered: Answered = {
  done: counts['2xx'],
  failed: counts.non2xx + counts.errors,
  p50: latency.p50,
  p99: latency.p99,
};
process.send!(answered, () => process.exit(0));
