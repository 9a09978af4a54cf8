import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { DemandController } from './demand/demand.controller.js';
import * as migrations from './migrations/index.js';
import { NoOutcomes } from './no-outcomes.js';
import { Applications } from './running/applications.js';
import { ApplicationsController } from './running/applications.controller.js';
import { Instances } from './running/instances.js';

@Module({
  imports: [ServiceModule.named('insights', { migrations: Object.values(migrations) })],
  controllers: [DemandController, ApplicationsController],
  providers: [Applications, Instances, { provide: Outcomes, useClass: NoOutcomes }],
})
export class InsightsModule {}
