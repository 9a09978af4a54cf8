import { Module, type DynamicModule } from '@nestjs/common';
import { getStorageToken, ThrottlerModule } from '@nestjs/throttler';
import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { logger } from '@ride/observability';
import { Callers } from '../callers.js';
import { Tokens } from '../tokens.js';
import { MINUTE_MS } from './limit.js';
import { LimitsGuard } from './limits.guard.js';
import { Limits } from './limits.js';
import { SharedWindows } from './shared-windows.js';

@Module({})
export class LimitsModule {
  /** Gives a service's edge its guard, and who calls. All instances of the service count together. */
  static of(service: Service): DynamicModule {
    const { namespace, identity, limits, redis } = settings();
    const throttler = ThrottlerModule.forRootAsync({
      useFactory: () => ({
        throttlers: [{ limit: limits.person ?? Infinity, ttl: MINUTE_MS }],
        storage: new SharedWindows(redis.url, logger(service)),
      }),
    });
    return {
      module: LimitsModule,
      imports: [throttler],
      providers: [
        LimitsGuard,
        { provide: Callers, useFactory: () => new Callers(new Tokens(identity)) },
        {
          provide: Limits,
          inject: [getStorageToken(), Callers],
          useFactory: (windows: SharedWindows, callers: Callers) =>
            new Limits(windows, callers, limits, `${namespace}limits:${service}:`),
        },
      ],
      exports: [LimitsGuard, Limits, Callers],
    };
  }
}
