import { Module } from '@nestjs/common';
import { LiveUpdatesModule, Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { PositionsModule } from '@ride/positions';
import { DayController } from './day.controller.js';
import { driverEvents } from './driver.events.js';
import { DriverHandlers } from './driver.handlers.js';
import * as migrations from './migrations/index.js';
import { OfferController } from './offer.controller.js';
import { PositionController } from './position.controller.js';
import { ProfileController } from './profile.controller.js';
import { RatingController } from './rating.controller.js';
import { RideOutcomes } from './ride-outcomes.js';
import { RideController } from './ride.controller.js';
import { ShiftController } from './shift.controller.js';
import { StatementController } from './statement.controller.js';

@Module({
  imports: [
    ServiceModule.named('driver', { migrations: Object.values(migrations) }),
    LiveUpdatesModule.named('driver', driverEvents, 'driver'),
    PositionsModule.of({ service: 'driver', without: 'points that come late or twice are taken', isNeeded: false }),
  ],
  controllers: [
    DriverHandlers,
    ProfileController,
    ShiftController,
    PositionController,
    OfferController,
    RideController,
    RatingController,
    DayController,
    StatementController,
  ],
  providers: [{ provide: Outcomes, useClass: RideOutcomes }],
})
export class DriverModule {}
