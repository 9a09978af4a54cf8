import { LiveBookingRow } from '@ride/booking/parts';
import { ShiftRow } from '@ride/driver/parts';
import { DriverRow } from '@ride/matching/parts';
import type { Driver } from '../people/driver.js';
import type { World } from '../world.js';
import { must } from './check.js';

/** A driver is booked as long as a ride holds them, by everybody's books, and matching knows whether they are available. */
export function heldByTheirRide({ booking, driver: service, matching }: World, { id, name }: Driver): void {
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
  must(
    'Matching knows whether a driver is available',
    (row?.version ?? 0) === (shift?.version ?? 0) && (row?.available ?? false) === (shift?.is === 'available'),
    () => `${name}: ${JSON.stringify(row)}, ${JSON.stringify(shift)}`,
  );
}
