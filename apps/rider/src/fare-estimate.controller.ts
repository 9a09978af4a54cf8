import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { VehicleClass } from '@ride/events';
import { estimateFare } from '@ride/fares';
import { areaOf, areaRejections, Place, roadMetres, travelSeconds } from '@ride/geo';
import { Allow, Caller, Id, Limit, Money, Operation, Tag, Time, Uuid, WithoutKey } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { z } from 'zod';
import { estimateRejections, type FareEstimate } from './fare-estimate.rules.js';
import { estimateOf, keepEstimate } from './fare-estimates.js';
import { PickupEtas } from './pickup-etas.js';
import { Vehicles } from './ride.shapes.js';
import { Surges } from './surges.js';

type Trip = z.infer<typeof Trip>;
const Trip = z
  .object({
    pickup: Place,
    dropoff: Place,
    vehicleClass: Vehicles.optional().meta({ description: 'the only class to tell the price of; without it, all' }),
  })
  .meta({ id: 'FareEstimateRequest' });
const Shown = z
  .object({
    fareEstimateId: Id,
    pickup: Place,
    dropoff: Place,
    area: z.string(),
    distanceMetres: z.number().meta({ description: 'by road' }),
    durationSeconds: z.number(),
    surge: z
      .number()
      .meta({ description: 'what the tariff is multiplied by, since drivers are scarce; 1: they are not' }),
    options: z.array(
      z.object({
        vehicleClass: Vehicles,
        fare: Money,
        pickupEtaSeconds: z
          .number()
          .nullable()
          .meta({ description: 'of the nearest free driver; null: none is near, or it is not known now' }),
      }),
    ),
    expiresAt: Time.meta({ description: 'until then these are the prices' }),
  })
  .meta({
    id: 'FareEstimate',
    examples: [
      {
        fareEstimateId: '01a21044-98be-71cf-a7d5-4bb8552fbabf',
        pickup: { lat: 40.758, lng: -73.9855 },
        dropoff: { lat: 40.7061, lng: -74.0087 },
        area: 'new-york',
        distanceMetres: 8120,
        durationSeconds: 1460,
        surge: 1,
        options: [{ vehicleClass: 'standard', fare: { minor: 2310, currency: 'USD' }, pickupEtaSeconds: 240 }],
        expiresAt: '2026-11-25T04:17:08.120Z',
      },
    ],
  });

/** What a ride would cost, before it is asked for. */
@Tag('fare estimates', 'What a ride would cost, before it is asked for')
@Controller('fare-estimates')
@Allow('rider')
export class FareEstimateController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly etas: PickupEtas,
    private readonly surges: Surges,
  ) {}

  @Post()
  @WithoutKey()
  @Limit(1 / 10)
  @Operation({
    id: 'estimateFare',
    summary: 'Tells what a trip costs in each vehicle class, and holds the prices until `expiresAt`',
    description: 'Send its `fareEstimateId` with POST /rides, for the same trip, to ride at the price it shows.',
    answers: {
      201: { description: 'the prices', body: Shown, headers: { Location: 'where the estimate is shown' } },
    },
    refuses: [areaRejections.outside_service_areas],
  })
  async estimate(
    @Caller() { sub: riderId, cause }: Caller,
    @Body({ schema: Trip }) { pickup, dropoff, vehicleClass }: Trip,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const area = areaOf(pickup);
    const classes = vehicleClass === undefined ? VehicleClass.symbols : [vehicleClass];
    const surge = this.surges.at(pickup);
    const etas = await this.etas.to(pickup, area, classes);
    const options = classes.map((vehicleClass) => {
      const { fare } = estimateFare(pickup, dropoff, area, vehicleClass, surge);
      return { vehicleClass, fare, pickupEtaSeconds: etas.get(vehicleClass) ?? null };
    });
    const id = v7();
    const estimate = await this.work.run(cause, (tx) => {
      const estimate = {
        riderId,
        pickup,
        dropoff,
        area: area.id,
        distanceMetres: roadMetres(pickup, dropoff, area.traffic),
        durationSeconds: travelSeconds(pickup, dropoff, area.traffic),
        surge,
        options,
        expiresAt: tx.now + settings().rules.fareEstimateMs,
      };
      keepEstimate(tx, id, estimate);
      return Promise.resolve(estimate);
    });
    void reply.header('location', `/fare-estimates/${id}`);
    return viewOf(id, estimate);
  }

  @Get(':fareEstimateId')
  @Operation({
    id: 'getFareEstimate',
    summary: 'Shows a fare estimate as it was told',
    answers: { 200: { description: 'the prices', body: Shown } },
    refuses: [estimateRejections.fare_estimate_not_found],
  })
  async one(@Caller() { sub: riderId }: Caller, @Param('fareEstimateId', { schema: Uuid }) id: string) {
    return viewOf(id, await estimateOf(this.work, riderId, id));
  }
}

function viewOf(fareEstimateId: string, { riderId: _, expiresAt, surge = 1, ...estimate }: FareEstimate) {
  return { fareEstimateId, ...estimate, surge, expiresAt: new Date(expiresAt).toISOString() };
}
