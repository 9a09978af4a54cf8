import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { BookingController } from './booking.controller.js';
import { BookingHandlers } from './booking.handlers.js';
import { BookingOutcomes } from './booking-outcomes.js';
import * as migrations from './migrations/index.js';

@Module({
  imports: [ServiceModule.named('booking', { migrations: Object.values(migrations) })],
  controllers: [BookingHandlers, BookingController],
  providers: [{ provide: Outcomes, useClass: BookingOutcomes }],
})
export class BookingModule {}
