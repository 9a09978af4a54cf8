import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { settings } from '@ride/configuration';
import { Rejected } from '@ride/decider';
import { DriverMoved } from '@ride/events';
import { Place } from '@ride/geo';
import { Allow, Caller, isSamePin, pinOf, Uuid } from '@ride/http';
import { UnitOfWork, type Tx } from '@ride/messaging';
import { z } from 'zod';
import { areaOfMove } from './area-of-move.js';
import { Reason } from './reason.js';
import { viewOf } from './ride-view.js';
import { shifts } from './shifts.js';
import { trips } from './trips.js';

const MOST = 2_147_483_647; // an Avro int
type Arrival = z.infer<typeof Arrival>;
const Arrival = z.object({ location: Place });
type Pickup = z.infer<typeof Pickup>;
const Pickup = z.object({ pin: z.string().regex(/^\d{4}$/, 'is not four digits') });
type Dropoff = z.infer<typeof Dropoff>;
const Dropoff = z.object({
  location: Place,
  distanceMetres: z.number().min(0).max(MOST).transform(Math.round),
  durationSeconds: z.number().min(0).max(MOST).transform(Math.round),
});
type Cancellation = z.infer<typeof Cancellation>;
const Cancellation = z.object({ reason: Reason }).default({});
const RideId = { schema: Uuid };

/** What the booked driver says about the ride. The same said again is answered as the first time. */
@ApiTags('rides')
@Controller('rides/:rideId')
@Allow('driver')
export class RideController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  async show(@Caller() { sub: driverId }: Caller, @Param('rideId', RideId) rideId: string) {
    return viewOf(rideId, driverId, await trips.state(this.work, rideId));
  }

  @Post('arrival')
  @HttpCode(202)
  async arrive(
    @Caller() { sub: driverId, cause }: Caller,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Arrival }) { location }: Arrival,
  ): Promise<void> {
    await this.work.run(cause, (tx) => trips.decide(tx, rideId, { do: 'arrive', rideId, driverId, location }));
  }

  @Post('pickup')
  @HttpCode(202)
  async pickUp(
    @Caller() { sub: driverId, cause }: Caller,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Pickup }) { pin }: Pickup,
  ): Promise<void> {
    const refusal = await this.work.run(cause, async (tx) => {
      const pinIsRight = isSamePin(pin, await expectedPin(tx, rideId));
      try {
        await trips.decide(tx, rideId, { do: 'pick_up', rideId, driverId, pinIsRight });
      } catch (error) {
        if (!(error instanceof Rejected) || error.code !== 'wrong_pin') throw error;
        // Counted in the same transaction, or many tries at once would be as good as one.
        await trips.react(tx, rideId, { type: 'PinMistyped', time: tx.now, data: { rideId } });
        return error;
      }
      return undefined;
    });
    if (refusal) throw refusal;
  }

  @Post('no-show')
  @HttpCode(202)
  async reportNoShow(
    @Caller() { sub: driverId, cause }: Caller,
    @Param('rideId', RideId) rideId: string,
  ): Promise<void> {
    await this.work.run(cause, (tx) => trips.decide(tx, rideId, { do: 'report_no_show', rideId, driverId }));
  }

  /** Metres and seconds as metered, rounded to whole ones. */
  @Post('dropoff')
  @HttpCode(202)
  dropOff(
    @Caller() { sub: driverId, cause }: Caller,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Dropoff }) body: Dropoff,
  ): Promise<void> {
    return this.work.run(cause, async (tx) => {
      const [shift] = await Promise.all([shifts.stateIn(tx, driverId), trips.stateIn(tx, rideId)]);
      await trips.decide(tx, rideId, { do: 'drop_off', rideId, driverId, ...body });
      // Free again at the drop-off, once booking has said that the ride is over.
      const area = shift.is === 'booked' ? areaOfMove(body.location, shift.spot?.area) : undefined;
      if (area === undefined) return;
      const { type, data } = DriverMoved({ driverId, location: body.location, area });
      await shifts.react(tx, driverId, { type, data, time: tx.now });
    });
  }

  @Post('cancellation')
  @HttpCode(202)
  async cancel(
    @Caller() { sub: driverId, cause }: Caller,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Cancellation }) { reason }: Cancellation,
  ): Promise<void> {
    await this.work.run(cause, (tx) => trips.decide(tx, rideId, { do: 'cancel', rideId, driverId, reason }));
  }
}

/** Of a ride without a driver there is none: the policy refuses before it asks whether it was right. */
async function expectedPin(tx: Tx, rideId: string): Promise<string> {
  const { stage } = await trips.stateIn(tx, rideId);
  if (stage.is === 'open' || stage.booked === null) return '';
  return pinOf(settings().pinSecret, rideId, stage.booked.offerId);
}
