import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ALLOWED, type Allowed } from './allow.js';
import { problems } from './problem.js';
import type { Tokens } from './tokens.js';

/** Lets a request through when its route is for everyone, or its token's role is one that the route allows. */
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // facts come from the log
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed === 'everyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw problems.unauthenticated('There is no access token.');
    const identity = await this.tokens.identify(token);
    if (!allowed?.includes(identity.role)) throw problems.forbidden(allowed ?? []);
    request.identity = identity;
    return true;
  }
}
