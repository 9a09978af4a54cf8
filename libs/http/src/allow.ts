import { SetMetadata } from '@nestjs/common';
import type { Role } from './claims.js';

/** Metadata of a route or a controller: who may call it. */
export const ALLOWED = Symbol('allowed');
export type Allowed = readonly Role[] | 'everyone';

/** The route is for callers with one of these roles. */
export function Allow(...roles: Role[]): MethodDecorator & ClassDecorator {
  return SetMetadata(ALLOWED, roles satisfies Allowed);
}

/** The route is for everyone, without a token. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(ALLOWED, 'everyone' satisfies Allowed);
}
