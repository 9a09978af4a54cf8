import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { Journal } from './journeys/journal.js';
import { JournalHandlers } from './journeys/journal.handlers.js';
import { Journeys } from './journeys/journeys.js';
import { JourneysController } from './journeys/journeys.controller.js';
import { JourneyRetention } from './journeys/retention.js';
import { RideOutcomes } from './journeys/ride-outcomes.js';
import { RidesController } from './journeys/rides.controller.js';
import { LiveModule } from './live/live.module.js';
import * as migrations from './migrations/index.js';
import { PageModule } from './page/page.module.js';

@Module({
  imports: [ServiceModule.named('console', { migrations: Object.values(migrations) }), LiveModule, PageModule],
  controllers: [RidesController, JourneysController, JournalHandlers],
  providers: [Journal, Journeys, JourneyRetention, { provide: Outcomes, useClass: RideOutcomes }],
})
export class ConsoleModule {}
