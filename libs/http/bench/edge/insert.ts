import { createHash } from 'node:crypto';

/** What riders ask for, as all contestants take it. */
export interface Place {
  readonly lat: number;
  readonly lng: number;
}
export interface Wish {
  readonly pickup: Place;
  readonly dropoff: Place;
  readonly vehicleClass: string;
}

const BUCKETS = 32;

/** The rows that a request for a ride inserts, of the same shape as the rider service's: the ride, and the fact in the outbox. */
export function rowsOf(rideId: string, riderId: string, wish: Wish) {
  const now = Date.now();
  const expiresAt = now + 180_000;
  const asked = { ...wish, area: 'new-york', fareEstimate: { minor: 1250, currency: 'USD' } };
  const cause = { id: rideId, correlationId: rideId };
  const fact = { rideId, riderId, ...asked, expiresAt };
  const headers = {
    ce_id: rideId,
    ce_type: 'RideRequested',
    ce_source: '/rider',
    ce_time: new Date(now).toISOString(),
  };
  return {
    ride: {
      id: rideId,
      state: { is: 'requested', riderId, asked, requestedAt: now, cancelling: false, expiresAt },
      version: 1,
      dueAt: null,
      deadlineSaidAt: null,
      cause,
    },
    outbox: {
      bucket: (createHash('sha256').update(rideId).digest()[0] ?? 0) % BUCKETS,
      topic: 'rides.v1',
      key: Buffer.from(rideId),
      headers: Buffer.from(JSON.stringify({ ...headers, correlationid: rideId, causationid: rideId })),
      value: Buffer.from(JSON.stringify(fact)),
    },
  };
}
