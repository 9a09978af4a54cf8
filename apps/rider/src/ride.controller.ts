import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { estimateFare } from '@ride/fares';
import { areaOf, areaRejections, Place } from '@ride/geo';
import { Allow, Caller, Limit, Once, Operation, pageOf, pageQuery, problems, Tag, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { estimateRejections } from './fare-estimate.rules.js';
import { estimateBy } from './fare-estimates.js';
import { rideRejections } from './ride.decider.js';
import { Ride, RideList, RideReference, Vehicles } from './ride.shapes.js';
import { RideViews } from './ride-views.js';
import { ridesOf, rides, type KnownRide } from './rides.js';
import { Surges } from './surges.js';

type Wish = z.infer<typeof Wish>;
const Wish = z
  .object({
    pickup: Place,
    dropoff: Place,
    vehicleClass: Vehicles,
    fareEstimateId: Uuid.optional().meta({ description: 'asks at the price of this fare estimate of the same trip' }),
  })
  .meta({
    id: 'RideRequest',
    examples: [
      { pickup: { lat: 40.758, lng: -73.9855 }, dropoff: { lat: 40.7061, lng: -74.0087 }, vehicleClass: 'standard' },
    ],
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
  .meta({ id: 'RideCancellation', examples: [{ reason: 'changed_plans' }] })
  .default({});
type Page = z.infer<typeof Page>;
const Page = pageQuery({ usual: 20, most: 50 });

@Tag('rides', 'What a rider asks for, and what has become of it')
@Controller('rides')
@Allow('rider')
export class RideController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly data: DataSource,
    private readonly views: RideViews,
    private readonly surges: Surges,
  ) {}

  @Post()
  @Limit(1 / 15)
  @Operation({
    id: 'requestRide',
    summary: 'Ask for a ride',
    description: 'A driver is looked for from now on; what comes of it is told by GET /events and shown by GET /rides.',
    answers: {
      202: { description: 'asked for', body: RideReference, headers: { Location: 'where the ride is shown' } },
    },
    refuses: [
      areaRejections.outside_service_areas,
      estimateRejections.fare_estimate_not_found,
      estimateRejections.fare_estimate_expired,
      estimateRejections.fare_estimate_differs,
    ],
  })
  async request(
    @Caller() { sub: riderId }: Caller,
    @Once() once: Once,
    @Body({ schema: Wish }) { fareEstimateId, ...wish }: Wish,
  ): Promise<{ readonly rideId: string }> {
    const rideId = v7();
    const area = areaOf(wish.pickup);
    const surge = this.surges.at(wish.pickup);
    const { fare: fareEstimate } = estimateFare(wish.pickup, wish.dropoff, area, wish.vehicleClass, surge);
    const by = fareEstimateId === undefined ? undefined : await estimateBy(this.work, fareEstimateId);
    return once.run(this.work, async (tx) => {
      const expiresAt = tx.now + settings().rules.searchMs;
      await rides.decide(tx, rideId, {
        ...wish,
        do: 'request',
        rideId,
        riderId,
        area: area.id,
        fareEstimate,
        surge,
        by,
        expiresAt,
      });
      return { body: { rideId }, location: `/rides/${rideId}` };
    });
  }

  @Post(':rideId/cancellation')
  @Operation({
    id: 'cancelRide',
    summary: 'Wish to cancel a ride',
    description: 'Whether it was in time, and what it costs, is told by GET /events. Again: the same answer.',
    answers: { 202: { description: 'wished for', body: RideReference } },
    refuses: [rideRejections.ride_not_found, rideRejections.rider_aboard, rideRejections.ride_ended],
  })
  cancel(
    @Caller() { sub: riderId }: Caller,
    @Once() once: Once,
    @Param('rideId', { schema: Uuid }) rideId: string,
    @Body({ schema: Cancellation }) { reason }: Cancellation,
  ): Promise<{ readonly rideId: string }> {
    return once.run(this.work, async (tx) => {
      await rides.decide(tx, rideId, { do: 'cancel', rideId, riderId, reason });
      return { body: { rideId } };
    });
  }

  @Get(':rideId')
  @Operation({
    id: 'getRide',
    summary: 'A ride of yours',
    answers: { 200: { description: 'the ride', body: Ride } },
    refuses: [rideRejections.ride_not_found],
  })
  async one(@Caller() { sub: riderId }: Caller, @Param('rideId', { schema: Uuid }) rideId: string) {
    const state = await rides.state(this.work, rideId);
    if (state.is === 'unknown' || state.riderId !== riderId) throw rideRejections.ride_not_found();
    return (await this.views.of([{ rideId, state }]))[0]!;
  }

  @Get()
  @Operation({
    id: 'listRides',
    summary: 'Your rides, newest first',
    answers: { 200: { description: 'a page of them', body: RideList } },
    refuses: [problems.invalid_cursor],
  })
  async list(@Caller() { sub: riderId }: Caller, @Query({ schema: Page }) page: Page) {
    const idOf = ({ rideId }: KnownRide) => rideId;
    const { rows, ...next } = await pageOf(page, idOf, (slice) => ridesOf(this.data, riderId, slice));
    return { rides: await this.views.of(rows), ...next };
  }
}
