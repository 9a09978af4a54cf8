import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The four digits that a rider tells the driver of this offer: an HMAC-SHA256, so that it never stands in the log. */
export function pinOf(secret: string, rideId: string, offerId: string): string {
  const digest = createHmac('sha256', secret).update(`${rideId}:${offerId}`).digest();
  return String(digest.readUInt32BE(0) % 10_000).padStart(4, '0');
}

/** Compares in a time that doesn't depend on where they differ. */
export function isSamePin(given: string, expected: string): boolean {
  const hash = (pin: string) => createHash('sha256').update(pin).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
