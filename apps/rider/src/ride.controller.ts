import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { settings } from '@ride/configuration';
import { VehicleClass } from '@ride/events';
import { estimateFare } from '@ride/fares';
import { areaOf, Place } from '@ride/geo';
import { Allow, Caller, pageOf, pageQuery, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { estimateBy } from './fare-estimates.js';
import { rideRejections } from './ride.decider.js';
import { RideViews } from './ride-views.js';
import { ridesOf, rides, type KnownRide } from './rides.js';

type Wish = z.infer<typeof Wish>;
const Wish = z.object({
  pickup: Place,
  dropoff: Place,
  vehicleClass: z.enum(VehicleClass.symbols),
  fareEstimateId: Uuid.optional().meta({ description: 'asks at the price of this fare estimate of the same trip' }),
});
type Cancellation = z.infer<typeof Cancellation>;
const Cancellation = z
  .object({
    // It goes into the log, where free text could name people and places.
    reason: z
      .string()
      .regex(/^[a-z][a-z_]{0,39}$/, 'is one word of small letters and _, such as changed_plans')
      .optional(),
  })
  .default({});
type Page = z.infer<typeof Page>;
const Page = pageQuery({ usual: 20, most: 50 });

@ApiTags('rides')
@Controller('rides')
@Allow('rider')
export class RideController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly data: DataSource,
    private readonly views: RideViews,
  ) {}

  @Post()
  @HttpCode(202)
  async request(
    @Caller() { sub: riderId, cause }: Caller,
    @Body({ schema: Wish }) { fareEstimateId, ...wish }: Wish,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const rideId = v7();
    const area = areaOf(wish.pickup);
    const { fare: fareEstimate } = estimateFare(wish.pickup, wish.dropoff, area, wish.vehicleClass);
    const by = fareEstimateId === undefined ? undefined : await estimateBy(this.work, fareEstimateId);
    await this.work.run(cause, (tx) => {
      const expiresAt = tx.now + settings().rules.searchMs;
      return rides.decide(tx, rideId, {
        ...wish,
        do: 'request',
        rideId,
        riderId,
        area: area.id,
        fareEstimate,
        by,
        expiresAt,
      });
    });
    void reply.header('location', `/rides/${rideId}`);
    return { rideId };
  }

  @Post(':rideId/cancellation')
  @HttpCode(202)
  async cancel(
    @Caller() { sub: riderId, cause }: Caller,
    @Param('rideId', { schema: Uuid }) rideId: string,
    @Body({ schema: Cancellation }) { reason }: Cancellation,
  ) {
    await this.work.run(cause, (tx) => rides.decide(tx, rideId, { do: 'cancel', rideId, riderId, reason }));
    return { rideId };
  }

  @Get(':rideId')
  async one(@Caller() { sub: riderId }: Caller, @Param('rideId', { schema: Uuid }) rideId: string) {
    const state = await rides.state(this.work, rideId);
    if (state.is === 'unknown' || state.riderId !== riderId) throw rideRejections.ride_not_found();
    return (await this.views.of([{ rideId, state }]))[0];
  }

  /** Newest first; `next` is there when there are more: give it as `cursor`. */
  @Get()
  async list(@Caller() { sub: riderId }: Caller, @Query({ schema: Page }) page: Page) {
    const idOf = ({ rideId }: KnownRide) => rideId;
    const { rows, ...next } = await pageOf(page, idOf, (slice) => ridesOf(this.data, riderId, slice));
    return { rides: await this.views.of(rows), ...next };
  }
}
