import type { Place } from '@ride/geo';

/** A trip as the file has it. */
export interface Trip {
  readonly id: string;
  /** Milliseconds; only differences between trips mean anything: the file's times have no zone. */
  readonly pickupAt: number;
  readonly durationSeconds: number;
  readonly distanceMetres: number;
  readonly pickup: Place;
  readonly dropoff: Place;
}
