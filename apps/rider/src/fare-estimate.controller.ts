import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { settings } from '@ride/configuration';
import { VehicleClass } from '@ride/events';
import { estimateFare } from '@ride/fares';
import { areaOf, Place, roadMetres, travelSeconds } from '@ride/geo';
import { Allow, Caller, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { FareEstimate } from './fare-estimate.rules.js';
import { estimateOf, keepEstimate } from './fare-estimates.js';

type Trip = z.infer<typeof Trip>;
const Trip = z.object({
  pickup: Place,
  dropoff: Place,
  vehicleClass: z
    .enum(VehicleClass.symbols)
    .optional()
    .meta({ description: 'the only class to tell the price of; without it, all' }),
});

/** What a ride would cost, before it is asked for. */
@ApiTags('fare estimates')
@Controller('fare-estimates')
@Allow('rider')
export class FareEstimateController {
  constructor(private readonly work: UnitOfWork) {}

  @Post()
  @ApiOperation({
    operationId: 'estimateFare',
    summary: 'Tells what a trip costs in each vehicle class, and holds the prices until `expiresAt`',
    description: 'Send its `fareEstimateId` with POST /rides, for the same trip, to ride at the price it shows.',
  })
  async estimate(
    @Caller() { sub: riderId, cause }: Caller,
    @Body({ schema: Trip }) { pickup, dropoff, vehicleClass }: Trip,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const area = areaOf(pickup);
    const classes = vehicleClass === undefined ? VehicleClass.symbols : [vehicleClass];
    const options = classes.map((vehicleClass) => {
      const { fare } = estimateFare(pickup, dropoff, area, vehicleClass);
      return { vehicleClass, fare, pickupEtaSeconds: null };
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
  @ApiOperation({ operationId: 'getFareEstimate', summary: 'Shows a fare estimate as it was told' })
  async one(@Caller() { sub: riderId }: Caller, @Param('fareEstimateId', { schema: Uuid }) id: string) {
    return viewOf(id, await estimateOf(this.work, riderId, id));
  }
}

function viewOf(fareEstimateId: string, { riderId: _, expiresAt, ...estimate }: FareEstimate) {
  return { fareEstimateId, ...estimate, expiresAt: new Date(expiresAt).toISOString() };
}
