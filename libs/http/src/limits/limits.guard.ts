import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerRequest,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limits } from './limits.js';

/** Counts requests to routes by all that they are counted by in one go, where the throttler's guard would ask for one after the other. */
@Injectable()
export class LimitsGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() windows: ThrottlerStorage,
    reflector: Reflector,
    private readonly limits: Limits,
  ) {
    super(options, windows, reflector);
  }

  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return context.getType() !== 'http'; // facts come from the log
  }

  protected override async handleRequest({ context, limit, throttler }: ThrottlerRequest): Promise<boolean> {
    const http = context.switchToHttp();
    const isOwn = limit !== throttler.limit;
    const name = `${context.getClass().name}.${context.getHandler().name}`;
    const route = isOwn ? { name, perMinute: limit } : undefined;
    await this.limits.spend(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), route);
    return true;
  }
}
