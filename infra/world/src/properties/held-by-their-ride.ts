import { LiveBookingRow } from '@ride/booking/parts';
import { ShiftRow } from '@ride/driver/parts';
import { DriverRow } from '@ride/matching/parts';
import { DriverAvailabilityRow } from '@ride/rider/parts';
import type { Driver } from '../people/driver.js';
import type { World } from '../world.js';
import { must } from './check.js';

/** A driver is booked as long as a ride holds them, by everybody's books, and matching and rider know whether they are available. */
export function heldByTheirRide({ booking, driver: service, matching, rider }: World, { id, name }: Driver): void {
  const ride = booking.tables.get(LiveBookingRow, id)?.rideId ?? null;
  const shift = service.tables.get(ShiftRow, id)?.state;
  const row = matching.tables.get(DriverRow, id);
  const held = (who: string, by: string | null) =>
    must(
      'A driver is booked as long as a ride holds them',
      by === ride,
      () => `${name}: by ${by} at ${who}, ${ride} at booking`,
    );
  held('driver', shift?.is === 'booked' ? shift.rides.join() : null);
  held('matching', row?.live.join() || null);
  for (const known of [row, rider.tables.get(DriverAvailabilityRow, id)])
    must(
      'Matching and rider know whether a driver is available',
      (known?.version ?? 0) === (shift?.version ?? 0) && (known?.available ?? false) === (shift?.is === 'available'),
      () => `${name}: ${JSON.stringify(known)}, ${JSON.stringify(shift)}`,
    );
}
