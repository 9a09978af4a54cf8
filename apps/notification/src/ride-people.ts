import { BookingCancelled, BookingCompleted, BookingCreated, RideCancelled, RideUnfulfilled } from '@ride/events';
import type { FactOf } from '@ride/events';
import type { Outcome } from '@ride/http';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The facts that say who has to do with a ride, or how it ended. */
const TELLING = [BookingCreated, BookingCancelled, BookingCompleted, RideCancelled, RideUnfulfilled] as const;
type Telling = FactOf<(typeof TELLING)[number]>;

/** Who has to do with a ride, and how it ended: not every fact names the people whom it concerns. */
@Entity('ride')
export class RideRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) riderId!: string | null;
  /** The driver who is booked, or was when the ride ended. */
  @Column('uuid', { nullable: true }) driverId!: string | null;
  @Column('uuid', { nullable: true }) offerId!: string | null;
  @Column('text', { nullable: true }) outcome!: Outcome['outcome'];
  /** How often an end was heard: once. */
  @Column('int') endings!: number;
}

export function unknownRide(id: string): RideRow {
  return { id, riderId: null, driverId: null, offerId: null, outcome: null, endings: 0 };
}

/** What is known of the ride once the fact is heard: of most, no more than before. */
export function after(ride: RideRow, fact: { readonly type: string }): RideRow {
  if (!isTelling(fact)) return ride;
  switch (fact.type) {
    case 'BookingCreated': {
      const { riderId, driverId, offerId } = fact.data;
      return { ...ride, riderId, driverId, offerId };
    }
    case 'BookingCancelled':
      return { ...ride, riderId: fact.data.riderId, driverId: null, offerId: null };
    case 'BookingCompleted':
      return ended(ride, fact.data, 'completed');
    case 'RideCancelled':
      return ended(ride, fact.data, 'cancelled');
    case 'RideUnfulfilled':
      return ended(ride, fact.data, 'unfulfilled');
  }
}

function isTelling(fact: { readonly type: string }): fact is Telling {
  return TELLING.some(({ type }) => type === fact.type);
}

/** The first end stands; another is counted, for operators to see. */
function ended(
  ride: RideRow,
  { riderId, driverId }: { readonly riderId: string; readonly driverId?: string | undefined },
  outcome: NonNullable<RideRow['outcome']>,
): RideRow {
  if (ride.outcome !== null) return { ...ride, endings: ride.endings + 1 };
  return { ...ride, riderId, driverId: driverId ?? ride.driverId, outcome, endings: 1 };
}
