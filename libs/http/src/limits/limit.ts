import { applyDecorators, SetMetadata } from '@nestjs/common';
import { SkipThrottle, Throttle } from '@nestjs/throttler';
import { settings } from '@ride/configuration';

/** All limits are so many requests within this time. */
export const MINUTE_MS = 60_000;

/** Metadata of a route or a controller: the part of their requests that a person may spend there; null: none are counted. */
export const LIMIT = Symbol('limit');
export type Limited = number | null;

/** A person may spend no more than this part of their requests of a minute on the route. */
export function Limit(part: number): MethodDecorator {
  return applyDecorators(
    SetMetadata(LIMIT, part satisfies Limited),
    Throttle({ default: { limit: () => perMinute(part) ?? Infinity, ttl: MINUTE_MS } }),
  );
}

/** Calls of the route are not counted at all. */
export function Unlimited(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(LIMIT, null satisfies Limited), SkipThrottle());
}

/** Requests a minute that are this part of all that a person may send; null: as many as they like. */
export function perMinute(part: number): number | null {
  const { person } = settings().limits;
  return person === null ? null : Math.ceil(person * part);
}
