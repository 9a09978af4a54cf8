import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { isObserver, type Service } from '@ride/events';
import { BreaksController } from './breaks/breaks.controller.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { RepairsController } from './dead-letters/repairs.controller.js';
import { EveryRouteSaysWhoMayCallIt } from './every-route.js';
import { HealthController } from './health/health.controller.js';
import { EveryPostSaysWhetherItNeedsAKey } from './idempotency/every-post.js';
import { KeyRetention } from './idempotency/retention.js';
import { LimitsModule } from './limits/limits.module.js';
import { OperationsController } from './operations.controller.js';
import { TelemetryEnds } from './telemetry-ends.js';

/** Repairs come first: /dead-letters/repairs is no dead letter's id. */
const deadLetters = [RepairsController, DeadLettersController];

/** Where RIDE_BREAKS is off there are no such routes; so the kept documents, which clients are promised, have none. */
function breaks() {
  return settings().breaks ? [BreaksController] : [];
}

/** A service's module with what every service's edge has. */
@Module({})
export class HttpModule {
  static around(service: Type | DynamicModule, name: Service): DynamicModule {
    return {
      module: HttpModule,
      imports: [service, LimitsModule.of(name)],
      controllers: [HealthController, OperationsController, ...(isObserver(name) ? [] : [...deadLetters, ...breaks()])],
      providers: [EveryRouteSaysWhoMayCallIt, EveryPostSaysWhetherItNeedsAKey, KeyRetention, TelemetryEnds],
    };
  }
}
