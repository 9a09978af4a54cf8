import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { Rejected } from '@ride/decider';
import { DriverMoved } from '@ride/events';
import { Place } from '@ride/geo';
import { Allow, Caller, isSamePin, Once, Operation, pinOf, Tag, Uuid } from '@ride/http';
import { UnitOfWork, type Tx } from '@ride/messaging';
import { z } from 'zod';
import { areaOfMove } from './area-of-move.js';
import { Reason } from './reason.js';
import { Ride } from './ride.shapes.js';
import { viewOf } from './ride-view.js';
import { shifts } from './shifts.js';
import { tripRejections } from './trip.decider.js';
import type { TripCommand } from './trip.state.js';
import { trips } from './trips.js';

const MOST = 2_147_483_647; // an Avro int
type Arrival = z.infer<typeof Arrival>;
const Arrival = z.object({ location: Place }).meta({ id: 'Arrival' });
type Pickup = z.infer<typeof Pickup>;
const Pickup = z
  .object({ pin: z.string().regex(/^\d{4}$/, 'is not four digits') })
  .meta({ id: 'Pickup', examples: [{ pin: '0427' }] });
type Dropoff = z.infer<typeof Dropoff>;
const Dropoff = z
  .object({
    location: Place,
    distanceMetres: z.number().min(0).max(MOST).transform(Math.round),
    durationSeconds: z.number().min(0).max(MOST).transform(Math.round),
  })
  .meta({ id: 'Dropoff', description: 'metres and seconds as metered; they are rounded to whole ones' });
type Cancellation = z.infer<typeof Cancellation>;
const Cancellation = z
  .object({ reason: Reason })
  .meta({ id: 'RideCancellation', examples: [{ reason: 'flat_tyre' }] })
  .default({});
const RideId = { schema: Uuid };
/** What every word about a ride can meet. */
const refuses = [tripRejections.ride_not_found, tripRejections.not_your_ride, tripRejections.already_over];

/** What the booked driver says about the ride. The same said again is answered as the first time. */
@Tag('rides', 'Rides that you were offered, and what you say of those that you drive')
@Controller('rides/:rideId')
@Allow('driver')
export class RideController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Operation({
    id: 'getRide',
    summary: 'A ride that you were offered',
    answers: { 200: { description: 'the ride', body: Ride } },
    refuses: [tripRejections.ride_not_found],
  })
  async show(@Caller() { sub: driverId }: Caller, @Param('rideId', RideId) rideId: string) {
    return viewOf(rideId, driverId, await trips.state(this.work, rideId));
  }

  @Post('arrival')
  @Operation({
    id: 'reportArrival',
    summary: 'Say that you are at the pickup',
    answers: { 202: { description: 'said', body: null } },
    refuses,
  })
  arrive(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Arrival }) { location }: Arrival,
  ): Promise<void> {
    return this.#say(once, { do: 'arrive', rideId, driverId, location });
  }

  @Post('pickup')
  @Operation({
    id: 'pickUpRider',
    summary: 'Say that the rider is aboard, by the PIN that they told you',
    answers: { 202: { description: 'said', body: null } },
    refuses: [...refuses, tripRejections.not_arrived, tripRejections.wrong_pin, tripRejections.pin_paused],
  })
  pickUp(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Pickup }) { pin }: Pickup,
  ): Promise<void> {
    return once.run(this.work, async (tx) => {
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
  }

  @Post('no-show')
  @Operation({
    id: 'reportNoShow',
    summary: 'Say that the rider did not come within the waiting time',
    answers: { 202: { description: 'said', body: null } },
    refuses: [...refuses, tripRejections.not_arrived, tripRejections.rider_aboard, tripRejections.still_waiting],
  })
  reportNoShow(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('rideId', RideId) rideId: string,
  ): Promise<void> {
    return this.#say(once, { do: 'report_no_show', rideId, driverId });
  }

  @Post('dropoff')
  @Operation({
    id: 'dropOffRider',
    summary: 'Say that the rider was set down',
    description: 'What the ride costs is told by GET /events.',
    answers: { 202: { description: 'said', body: null } },
    refuses: [...refuses, tripRejections.not_aboard],
  })
  dropOff(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Dropoff }) body: Dropoff,
  ): Promise<void> {
    return once.run(this.work, async (tx) => {
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
  @Operation({
    id: 'cancelRide',
    summary: 'Wish to leave the ride before the pickup',
    description: 'Whether it was in time is told by GET /events.',
    answers: { 202: { description: 'wished for', body: null } },
    refuses: [...refuses, tripRejections.rider_aboard],
  })
  cancel(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('rideId', RideId) rideId: string,
    @Body({ schema: Cancellation }) { reason }: Cancellation,
  ): Promise<void> {
    return this.#say(once, { do: 'cancel', rideId, driverId, reason });
  }

  #say(once: Once, command: TripCommand): Promise<void> {
    return once.run(this.work, async (tx) => void (await trips.decide(tx, command.rideId, command)));
  }
}

/** Of a ride without a driver there is none: the policy refuses before it asks whether it was right. */
async function expectedPin(tx: Tx, rideId: string): Promise<string> {
  const { stage } = await trips.stateIn(tx, rideId);
  if (stage.is === 'open' || stage.booked === null) return '';
  return pinOf(settings().pinSecret, rideId, stage.booked.offerId);
}
