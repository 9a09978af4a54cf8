import { Module } from '@nestjs/common';
import { LiveUpdatesModule, Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { PositionsModule } from '@ride/positions';
import { AvailabilityHandlers } from './availability.handlers.js';
import { DriverPositions } from './driver-positions.js';
import { FareEstimateController } from './fare-estimate.controller.js';
import { FareEstimateRetention } from './fare-estimate.retention.js';
import * as migrations from './migrations/index.js';
import { PickupEtas } from './pickup-etas.js';
import { PositionHandlers } from './position.handlers.js';
import { ProfileController } from './profile.controller.js';
import { RatingController } from './rating.controller.js';
import { RideController } from './ride.controller.js';
import { riderEvents } from './ride.events.js';
import { RideViews } from './ride-views.js';
import { RideOutcomes } from './ride-outcomes.js';
import { RiderHandlers } from './rider.handlers.js';
import { Surges } from './surges.js';

@Module({
  imports: [
    ServiceModule.named('rider', { migrations: Object.values(migrations), gatherMs: 30 }),
    LiveUpdatesModule.named('rider', riderEvents, 'rider'),
    PositionsModule.of({ service: 'rider', without: 'fare estimates show no pickup ETA', isNeeded: false }),
  ],
  controllers: [
    RiderHandlers,
    PositionHandlers,
    AvailabilityHandlers,
    FareEstimateController,
    RideController,
    RatingController,
    ProfileController,
  ],
  providers: [
    RideViews,
    DriverPositions,
    PickupEtas,
    Surges,
    FareEstimateRetention,
    { provide: Outcomes, useClass: RideOutcomes },
  ],
})
export class RiderModule {}
