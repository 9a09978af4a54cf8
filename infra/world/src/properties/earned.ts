import { BookingRow } from '@ride/booking/parts';
import { EarningRow } from '@ride/driver/parts';
import type { World } from '../world.js';
import { must } from './check.js';

/** What a ride has brought its driver is what its rider pays, once. */
export function earned({ booking, driver }: World, ride: string): void {
  const { state } = booking.tables.get(BookingRow, ride)!;
  const due = state.is === 'ended' && state.driverId !== undefined && state.toPay?.minor ? state : undefined;
  const row = driver.tables.get(EarningRow, ride);
  const has = row && [row.driverId, row.kind, row.minor, row.currency];
  const kind = due?.outcome === 'completed' ? 'fare' : 'fee';
  const shouldHave = due && [due.driverId, kind, due.toPay?.minor, due.toPay?.currency];
  must(
    'A driver earns what the rider pays, once',
    JSON.stringify(has) === JSON.stringify(shouldHave),
    () => `${ride}: ${JSON.stringify(has)}, not ${JSON.stringify(shouldHave)}`,
  );
}
