import { distanceMetres, travelSeconds, type Traffic } from '@ride/geo';
import type { Assignment, Candidate, Plan, Searching } from './plan.js';

export interface PlanRules {
  readonly positionFreshMs: number;
  readonly pickupEtaMaxSeconds: number;
  /** How long a search lasts, milliseconds. */
  readonly searchMs: number;
  readonly traffic: Traffic;
}
interface Pair extends Assignment {
  readonly cost: number;
}

/**
 * The cheapest pair first, then the cheapest of those left. The cost of a pair is its pickup ETA less an age term that
 * grows from 0 to the longest allowed ETA over the time of a search: of two searches that want one driver, the nearer
 * gets it, unless the other has waited for longer than the difference is worth. A search as old as a search can be
 * comes before every new one, so nobody starves; so does a search whose driver has left the ride.
 */
export function greedyPlan(rules: PlanRules): Plan {
  return (searches, candidates, now) => {
    const fresh = candidates.filter(({ seenAt }) => now - seenAt <= rules.positionFreshMs);
    const pairs = searches.flatMap((search) => pairsOf(search, fresh, now, rules));
    // Ties by id, so that one plan is one plan wherever it is made.
    pairs.sort((a, b) => a.cost - b.cost || compare(a.rideId, b.rideId) || compare(a.driverId, b.driverId));
    const slots = new Map(searches.map(({ rideId, slots }) => [rideId, slots]));
    const taken = new Set<string>();
    const assignments: Assignment[] = [];
    for (const { rideId, driverId, pickupEtaSeconds } of pairs) {
      const left = slots.get(rideId) ?? 0;
      if (left === 0 || taken.has(driverId)) continue;
      slots.set(rideId, left - 1);
      taken.add(driverId);
      assignments.push({ rideId, driverId, pickupEtaSeconds });
    }
    return assignments;
  };
}

/** Seconds of pickup ETA that a search is ahead of a new one: by its age, and by a whole search when a driver has left it. */
export function ageTerm(
  { requestedAt, wasLeft }: Pick<Searching, 'requestedAt' | 'wasLeft'>,
  now: number,
  { searchMs, pickupEtaMaxSeconds }: Pick<PlanRules, 'searchMs' | 'pickupEtaMaxSeconds'>,
): number {
  const age = Math.max(0, now - requestedAt) + (wasLeft ? searchMs : 0);
  return (age / searchMs) * pickupEtaMaxSeconds;
}

function pairsOf(search: Searching, candidates: readonly Candidate[], now: number, rules: PlanRules): Pair[] {
  const ahead = ageTerm(search, now, rules);
  const { rideId, pickup, vehicleClass, radiusMetres, leftOut } = search;
  const pairs: Pair[] = [];
  for (const { driverId, place, vehicleClass: offered } of candidates) {
    if (offered !== vehicleClass || leftOut.has(driverId)) continue;
    if (distanceMetres(place, pickup) > radiusMetres) continue;
    const pickupEtaSeconds = travelSeconds(place, pickup, rules.traffic);
    if (pickupEtaSeconds > rules.pickupEtaMaxSeconds) continue;
    pairs.push({ rideId, driverId, pickupEtaSeconds, cost: pickupEtaSeconds - ahead });
  }
  return pairs;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
