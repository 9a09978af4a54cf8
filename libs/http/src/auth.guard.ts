import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ALLOWED, type Allowed } from './allow.js';
import type { Callers } from './callers.js';
import { problems } from './problem.js';

/** Lets a request through when its route is for everyone, or its token's role is one that the route allows. */
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // facts come from the log
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed === 'everyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const identity = await this.callers.of(request);
    if (!allowed?.includes(identity.role)) throw problems.forbidden(allowed ?? []);
    request.identity = identity;
    return true;
  }
}
