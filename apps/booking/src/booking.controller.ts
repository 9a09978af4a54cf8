import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rejections } from '@ride/decider';
import { Allow, Uuid } from '@ride/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { viewOf } from './booking-view.js';
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
@ApiTags('bookings')
@Controller('bookings')
@Allow('operator')
export class BookingController {
  constructor(private readonly data: DataSource) {}

  /** As it is, or with `at` as it was at that time: see asOf. */
  @Get(':rideId')
  async show(@Param('rideId', { schema: Uuid }) rideId: string, @Query({ schema: Moment }) { at }: Moment) {
    const all = await historyOf(this.data, rideId);
    const history = at === undefined ? all : asOf(all, at);
    const state = folded(history);
    if (state.is === 'unknown') throw rejected.booking_not_found();
    return viewOf(rideId, state, history.length);
  }

  @Get(':rideId/history')
  async history(@Param('rideId', { schema: Uuid }) rideId: string) {
    const history = await historyOf(this.data, rideId);
    if (history.length === 0) throw rejected.booking_not_found();
    return { rideId, history: historyView(rideId, history) };
  }
}
