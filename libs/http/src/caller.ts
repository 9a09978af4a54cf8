import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Cause } from '@ride/messaging';
import type { FastifyRequest } from 'fastify';
import { causeOf } from './request.js';
import type { Identity } from './claims.js';

/** Who calls, and the request as a cause of what it brings about. */
export interface Caller extends Identity {
  readonly cause: Cause;
}

/** Who sent the request, when its route is allowed to some roles. */
export function identityOf({ identity }: FastifyRequest): Identity {
  if (identity === null) throw new Error('A route that asks for its @Caller() must be for some roles: add @Allow.');
  return identity;
}

/** The caller of a route that is allowed to some roles. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { ...identityOf(request), cause: causeOf(request) };
});
