import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { BookingController } from './booking.controller.js';
import { BookingHandlers } from './booking.handlers.js';
import * as migrations from './migrations/index.js';
import { RideOutcomes } from './ride-outcomes.js';

@Module({
  imports: [ServiceModule.named('booking', { migrations: Object.values(migrations), gatherMs: 20 })],
  controllers: [BookingHandlers, BookingController],
  providers: [{ provide: Outcomes, useClass: RideOutcomes }],
})
export class BookingModule {}
