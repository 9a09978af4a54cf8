import type { DriverMoved, RideRequested } from '@ride/events';
import { cellOf } from '@ride/geo';

/** Something that counts in a cell's minute. `at`: event time, UTC milliseconds. */
export type Sight =
  | { readonly of: 'request'; readonly cell: string; readonly area: string; readonly at: number }
  | {
      readonly of: 'free_driver';
      readonly cell: string;
      readonly area: string;
      readonly at: number;
      readonly driverId: string;
    };

/** A driver counts where they are seen while they are free; null: what was said does not count. */
export function sightOf(fact: RideRequested | DriverMoved, isFree: boolean | undefined): Sight | null {
  switch (fact.type) {
    case 'RideRequested': {
      const { pickup, area } = fact.data;
      return { of: 'request', cell: cellOf(pickup), area, at: fact.time };
    }
    case 'DriverMoved': {
      const { driverId, location, area } = fact.data;
      return isFree === true ? { of: 'free_driver', cell: cellOf(location), area, at: fact.time, driverId } : null;
    }
  }
}

/** What has been seen of a cell in a minute. */
export interface Minute {
  readonly area: string;
  readonly requests: number;
  /** Each once, however often they were seen. */
  readonly freeDrivers: readonly string[];
}

export const emptyMinute = (): Minute => ({ area: '', requests: 0, freeDrivers: [] });

export function withSight(minute: Minute, sight: Sight): Minute {
  const { area } = sight;
  switch (sight.of) {
    case 'request':
      return { ...minute, area, requests: minute.requests + 1 };
    case 'free_driver':
      return minute.freeDrivers.includes(sight.driverId)
        ? minute
        : { ...minute, area, freeDrivers: [...minute.freeDrivers, sight.driverId] };
  }
}
