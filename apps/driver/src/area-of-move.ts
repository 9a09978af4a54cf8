import { Rejected } from '@ride/decider';
import { areaOf, type Place } from '@ride/geo';

/** The id of the place's service area; outside all of them a driver counts to the one they came from. */
export function areaOfMove(place: Place, from: string | undefined): string | undefined {
  try {
    return areaOf(place).id;
  } catch (error) {
    if (error instanceof Rejected) return from;
    throw error;
  }
}
