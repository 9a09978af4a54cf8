import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { RideOutcomes } from './journeys/ride-outcomes.js';
import { RidesController } from './journeys/rides.controller.js';
import * as migrations from './migrations/index.js';
import { PageModule } from './page/page.module.js';

@Module({
  imports: [ServiceModule.named('console', { migrations: Object.values(migrations) }), PageModule],
  controllers: [RidesController],
  providers: [{ provide: Outcomes, useClass: RideOutcomes }],
})
export class ConsoleModule {}
