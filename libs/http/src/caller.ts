import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Cause } from '@ride/messaging';
import type { Request } from 'express';
import { causeOf } from './request.js';
import type { Identity } from './claims.js';

/** Who calls, and the request as a cause of what it brings about. */
export interface Caller extends Identity {
  readonly cause: Cause;
}

const identities = new WeakMap<Request, Identity>();

export function remember(request: Request, identity: Identity): void {
  identities.set(request, identity);
}

/** The caller of a route that is allowed to some roles. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<Request>();
  const identity = identities.get(request);
  if (identity === undefined)
    throw new Error('A route that asks for its @Caller() must be for some roles: add @Allow.');
  return { ...identity, cause: causeOf(request) };
});
