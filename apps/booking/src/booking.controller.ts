import { Controller, Get, Param, Query } from '@nestjs/common';
import { rejections } from '@ride/decider';
import { Allow, Operation, Tag, Uuid } from '@ride/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { viewOf } from './booking-view.js';
import { Booking, History } from './booking.shapes.js';
import { historyOf } from './bookings.js';
import { historyView } from './history-view.js';
import { asOf, folded } from './history.js';

const rejected = rejections({ booking_not_found: 'Booking has not heard of this ride (by that time): check the id.' });

type Moment = z.infer<typeof Moment>;
const Moment = z.object({
  at: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .optional()
    .meta({ description: 'as it was at this time', examples: ['2026-11-25T04:00:00Z'] }),
});

/** For operators: what booking knows of a ride, and how it came to it. */
@Tag('bookings', 'For operators: what booking knows of a ride, and how it came to it')
@Controller('bookings')
@Allow('operator')
export class BookingController {
  constructor(private readonly data: DataSource) {}

  @Get(':rideId')
  @Operation({
    id: 'getBooking',
    summary: 'A ride as booking knows it, or as it knew it at a time',
    answers: { 200: { description: 'the ride', body: Booking } },
    refuses: [rejected.booking_not_found],
  })
  async show(@Param('rideId', { schema: Uuid }) rideId: string, @Query({ schema: Moment }) { at }: Moment) {
    const all = await historyOf(this.data, rideId);
    const history = at === undefined ? all : asOf(all, at);
    const state = folded(history);
    if (state.is === 'unknown') throw rejected.booking_not_found();
    return viewOf(rideId, state, history.length);
  }

  @Get(':rideId/history')
  @Operation({
    id: 'getBookingHistory',
    summary: 'The facts that made a ride what it is, and what each of them changed',
    answers: { 200: { description: 'in their order', body: History } },
    refuses: [rejected.booking_not_found],
  })
  async history(@Param('rideId', { schema: Uuid }) rideId: string) {
    const history = await historyOf(this.data, rideId);
    if (history.length === 0) throw rejected.booking_not_found();
    return { rideId, history: historyView(rideId, history) };
  }
}
