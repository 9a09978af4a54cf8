import { applyDecorators, SetMetadata } from '@nestjs/common';
import { SkipThrottle, Throttle } from '@nestjs/throttler';

/** All limits are so many requests within this time. */
export const MINUTE_MS = 60_000;

/** Metadata of a route or a controller: how often a person may call it within a minute; null: as often as anybody likes. */
export const LIMIT = Symbol('limit');
export type Limited = number | null;

/** A person may call the route so many times a minute, whatever they may call all routes together. */
export function Limit(perMinute: number): MethodDecorator {
  return applyDecorators(
    SetMetadata(LIMIT, perMinute satisfies Limited),
    Throttle({ default: { limit: perMinute, ttl: MINUTE_MS } }),
  );
}

/** Calls of the route are not counted at all. */
export function Unlimited(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(LIMIT, null satisfies Limited), SkipThrottle());
}
