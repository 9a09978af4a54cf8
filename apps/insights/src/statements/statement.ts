import type { BookingCompleted, DriverProfileChanged, RideCancelled, StatementIssued } from '@ride/events';
import { serviceAreas } from '@ride/geo';
import type { Window } from '@ride/streams';

type Money = BookingCompleted['data']['fare'];
type Issued = Omit<StatementIssued['data'], 'vehicleClass'> & { readonly vehicleClass?: VehicleClass };
type VehicleClass = Exclude<StatementIssued['data']['vehicleClass'], 'unknown' | undefined>;

/** What a ride has brought its driver: a fare, or the fee of one that was cancelled. Metres and seconds are of the trip. */
export interface Earning {
  readonly rideId: string;
  readonly driverId: string;
  readonly timeZone: string;
  readonly of: 'trip' | 'cancellation';
  readonly amount: Money;
  readonly distanceMetres: number;
  readonly drivingSeconds: number;
}

/** null: nobody has earned anything. An end from before RideCancelled told the area counts in UTC's week. */
export function earningOf(fact: BookingCompleted | RideCancelled): Earning | null {
  const { rideId, driverId } = fact.data;
  if (driverId === undefined) return null;
  const ride = { rideId, driverId, timeZone: zoneOf(fact.data.area) };
  switch (fact.type) {
    case 'BookingCompleted': {
      const { fare: amount, distanceMetres, durationSeconds: drivingSeconds } = fact.data;
      return { ...ride, of: 'trip', amount, distanceMetres, drivingSeconds };
    }
    case 'RideCancelled': {
      const { fee: amount } = fact.data;
      return amount.minor > 0 ? { ...ride, of: 'cancellation', amount, distanceMetres: 0, drivingSeconds: 0 } : null;
    }
  }
}

function zoneOf(area: string | undefined): string {
  return serviceAreas().find(({ id }) => id === area)?.timeZone ?? 'UTC';
}

/** A week so far. Amounts are minor units of its currency, which all areas of a time zone share. */
export interface Week {
  readonly timeZone: string;
  readonly currency: string;
  readonly trips: number;
  readonly distanceMetres: number;
  readonly drivingSeconds: number;
  readonly fares: number;
  readonly cancellations: number;
  readonly fees: number;
}

export const emptyWeek = (): Week => ({
  ...{ timeZone: 'UTC', currency: '', trips: 0, distanceMetres: 0, drivingSeconds: 0 },
  ...{ fares: 0, cancellations: 0, fees: 0 },
});

/** Throws an Error when the amount is in another currency than the week's others: see currenciesMeet. */
export function withEarning(week: Week, { timeZone, amount, ...earning }: Earning): Week {
  if (week.currency !== '' && week.currency !== amount.currency)
    throw new Error(`a week in ${week.currency} can't take an amount in ${amount.currency}`);
  const next = { ...week, timeZone, currency: amount.currency };
  switch (earning.of) {
    case 'trip':
      return {
        ...next,
        trips: week.trips + 1,
        distanceMetres: week.distanceMetres + earning.distanceMetres,
        drivingSeconds: week.drivingSeconds + earning.drivingSeconds,
        fares: week.fares + amount.minor,
      };
    case 'cancellation':
      return { ...next, cancellations: week.cancellations + 1, fees: week.fees + amount.minor };
  }
}

/** What a statement shows of the driver's profile. */
export interface Profile {
  readonly vehicleClass: DriverProfileChanged['data']['vehicleClass'];
  readonly rating: DriverProfileChanged['data']['rating'];
}

export function statementOf(
  driverId: string,
  { start, end }: Window,
  { week, profile }: { readonly week: Week; readonly profile: Profile | undefined },
): Issued {
  const { timeZone, currency, trips, distanceMetres, drivingSeconds, fares, cancellations, fees } = week;
  return {
    ...{ driverId, start, end, timeZone, trips, distanceMetres, drivingSeconds, cancellations },
    fares: { minor: fares, currency },
    fees: { minor: fees, currency },
    ...(profile && profile.vehicleClass !== 'unknown' && { vehicleClass: profile.vehicleClass }),
    ...(profile && { rating: profile.rating }),
  };
}
