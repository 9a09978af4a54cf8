import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { areaById, radiusAt } from '@ride/geo';
import { UnitOfWork, type Cause } from '@ride/messaging';
import { Positions } from '@ride/positions';
import { greedyPlan } from './greedy-plan.js';
import { makeOffers } from './offering.js';
import type { Assignment, Plan, Searching } from './plan.js';
import { RoundReads, type OpenRow } from './round-reads.js';
import { freeSlots } from './search.state.js';
import { toldRound } from './told-round.js';

/** So many drivers around each pickup are looked at, the busy ones among them; more only when those are not enough. */
const NEAREST = [30, 120, 500];

/** One matching round of an area: planned without locks, then written in one short transaction. */
@Injectable()
export class Round {
  constructor(
    private readonly reads: RoundReads,
    private readonly positions: Positions,
    private readonly work: UnitOfWork,
  ) {}

  /** True when another round may make more: some of the plan did not hold any more. One that makes nothing isn't repeated. */
  async run(area: string, now = Date.now()): Promise<boolean> {
    const open = await this.reads.open(area, now);
    if (open.length === 0) return false;
    const told = toldRound(area, open);
    try {
      const [planned, offered] = await told.within(() => this.#offer(area, open, now, told.cause));
      told.end(offered);
      return offered > 0 && offered < planned;
    } catch (error) {
      told.end(0, error);
      throw error;
    }
  }

  /** How many offers were planned, and how many made. */
  async #offer(
    area: string,
    open: readonly OpenRow[],
    now: number,
    within: (cause: Cause) => Cause,
  ): Promise<readonly [number, number]> {
    const assignments = await this.#plan(area, open, now);
    const cause = open.find(({ id }) => id === assignments[0]?.rideId)?.cause;
    if (cause === undefined) return [assignments.length, 0];
    return [assignments.length, await this.work.round(within(cause), (tx) => makeOffers(tx, area, assignments))];
  }

  async #plan(area: string, open: readonly OpenRow[], now: number): Promise<readonly Assignment[]> {
    const { traffic } = areaById(area);
    const { rules } = settings();
    // Nobody from further away can be there in time.
    const furthest = (rules.pickupEtaMaxSeconds * traffic.metresPerSecond) / traffic.roadFactor;
    const searches = open.map((row) => searching(row, furthest, now)).filter(({ slots }) => slots > 0);
    if (searches.length === 0) return [];
    const plan: Plan = greedyPlan({ ...rules, traffic });
    const wanted = searches.reduce((sum, { slots }) => sum + slots, 0);
    let assignments: readonly Assignment[] = [];
    for (const atMost of NEAREST) {
      const { candidates, areAll } = await this.#candidates(area, searches, atMost, now);
      assignments = plan(searches, candidates, now);
      if (areAll || assignments.length === wanted) break;
    }
    return assignments;
  }

  async #candidates(area: string, searches: readonly Searching[], atMost: number, now: number) {
    const around = searches.map(({ pickup, radiusMetres }) => ({ place: pickup, radiusMetres }));
    const near = await this.positions.near(area, around, atMost, now);
    const free = await this.reads.free(near.map(({ driverId }) => driverId));
    const candidates = near.flatMap(({ driverId, place, time }) => {
      const vehicleClass = free.get(driverId);
      return vehicleClass === undefined ? [] : [{ driverId, place, vehicleClass, seenAt: time }];
    });
    return { candidates, areAll: near.length < atMost };
  }
}

function searching({ state }: OpenRow, furthest: number, now: number): Searching {
  const { rules } = settings();
  const { ask, requestedAt, openedAt, wasLeft, leftOut, offers } = state;
  return {
    rideId: ask.rideId,
    pickup: ask.pickup,
    vehicleClass: ask.vehicleClass,
    requestedAt,
    wasLeft,
    radiusMetres: Math.min(furthest, radiusAt(now, openedAt, rules.radiiMetres)),
    leftOut: new Set([...leftOut, ...offers.map(({ driverId }) => driverId)]),
    slots: freeSlots(state, rules, now).length,
  };
}
