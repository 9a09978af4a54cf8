import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { travelSeconds, type Place, type ServiceArea } from '@ride/geo';
import { UnitOfWork } from '@ride/messaging';
import { Positions, soon, type Position } from '@ride/positions';
import { availableAmong } from './driver-availability.js';
import { ridesDrivenBy } from './rides.js';

/** So many drivers around the pickup are looked at, the busy ones among them; more only when somebody is missing. */
const NEAREST = [50, 500];

/** How soon a free driver could be at a pickup, by what this service has heard of them: an estimate that holds nobody. */
@Injectable()
export class PickupEtas {
  constructor(
    private readonly work: UnitOfWork,
    private readonly positions: Positions,
  ) {}

  /**
   * The drive of the nearest free driver to the pickup, in seconds, by vehicle class. A class of which nobody is near enough
   * to be offered a ride is not in it; while Redis is away, none is.
   */
  async to(pickup: Place, area: ServiceArea, vehicleClasses: readonly string[]): Promise<ReadonlyMap<string, number>> {
    let etas: ReadonlyMap<string, number> = new Map();
    for (const atMost of NEAREST) {
      const near = await this.#near(pickup, area, atMost);
      etas = nearestOf(await this.#free(near), (place) => travelSeconds(place, pickup, area.traffic));
      if (near.length < atMost || vehicleClasses.every((vehicleClass) => etas.has(vehicleClass))) break;
    }
    return etas;
  }

  /** Nearest first, within the radius in which drivers are offered rides. */
  async #near(place: Place, { id, traffic }: ServiceArea, atMost: number): Promise<readonly Position[]> {
    const { radiiMetres, pickupEtaMaxSeconds } = settings().rules;
    const inTime = (pickupEtaMaxSeconds * traffic.metresPerSecond) / traffic.roadFactor;
    const radiusMetres = Math.min(inTime, radiiMetres.at(-1) ?? 0);
    return (await soon(this.positions.near(id, [{ place, radiusMetres }], atMost))) ?? [];
  }

  /** Those of them who are available and, as far as it is known here, drive no ride. */
  async #free(near: readonly Position[]): Promise<readonly (Position & { readonly vehicleClass: string })[]> {
    if (near.length === 0) return [];
    const drivers = near.map(({ driverId }) => driverId);
    const [available, driven] = await Promise.all([
      availableAmong(this.work, drivers),
      ridesDrivenBy(this.work, drivers),
    ]);
    const busy = new Set(driven.map(({ state }) => state.booking.driverId));
    return near.flatMap((position) => {
      const vehicleClass = available.get(position.driverId);
      return vehicleClass === undefined || busy.has(position.driverId) ? [] : [{ ...position, vehicleClass }];
    });
  }
}

function nearestOf(
  free: readonly { readonly place: Place; readonly vehicleClass: string }[],
  secondsFrom: (place: Place) => number,
): ReadonlyMap<string, number> {
  const etas = new Map<string, number>();
  for (const { place, vehicleClass } of free) if (!etas.has(vehicleClass)) etas.set(vehicleClass, secondsFrom(place));
  return etas;
}
