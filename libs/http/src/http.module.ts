import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { RepairsController } from './dead-letters/repairs.controller.js';
import { EveryRouteSaysWhoMayCallIt } from './every-route.js';
import { HealthController } from './health/health.controller.js';
import { EveryPostSaysWhetherItNeedsAKey } from './idempotency/every-post.js';
import { KeyRetention } from './idempotency/retention.js';
import { OperationsController } from './operations.controller.js';

/** A service's module with what every service's edge has. */
@Module({})
export class HttpModule {
  static around(service: Type | DynamicModule): DynamicModule {
    return {
      module: HttpModule,
      imports: [service],
      // Repairs come first: /dead-letters/repairs is no dead letter's id.
      controllers: [HealthController, OperationsController, RepairsController, DeadLettersController],
      providers: [EveryRouteSaysWhoMayCallIt, EveryPostSaysWhetherItNeedsAKey, KeyRetention],
    };
  }
}
