import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { DriverMoved } from '@ride/events';
import { areaOf, areaRejections, Place } from '@ride/geo';
import { Allow, Caller, Operation, Tag } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { profiles } from './profiles.js';
import { shiftRejections } from './shift.decider.js';
import { Shift, Vehicles } from './shift.shapes.js';
import { shiftViewOf } from './shift-view.js';
import { shifts } from './shifts.js';

type GoOnDuty = z.infer<typeof GoOnDuty>;
const GoOnDuty = z
  .object({
    location: Place,
    vehicleClass: Vehicles.optional().meta({ description: 'without it, the vehicle’s of the profile' }),
  })
  .meta({ id: 'ShiftStart', examples: [{ location: { lat: 40.758, lng: -73.9855 } }] });

@Tag('shift', 'Whether you can be offered rides')
@Controller('shift')
@Allow('driver')
export class ShiftController {
  constructor(private readonly work: UnitOfWork) {}

  @Put()
  @Operation({
    id: 'goOnDuty',
    summary: 'Go on duty, or say that you are still here',
    answers: { 204: { description: 'you can be offered rides', body: null } },
    refuses: [shiftRejections.on_a_ride, areaRejections.outside_service_areas],
  })
  async goOnDuty(
    @Caller() { sub: driverId, cause }: Caller,
    @Body({ schema: GoOnDuty }) body: GoOnDuty,
  ): Promise<void> {
    const { location } = body;
    const area = areaOf(location).id;
    const vehicleClass = body.vehicleClass ?? (await this.#classOf(driverId));
    const { type, data } = DriverMoved({ driverId, location, area });
    await this.work.run(cause, async (tx) => {
      await shifts.decide(tx, driverId, { do: 'go_on_duty', driverId, spot: { location, area, vehicleClass } });
      await shifts.react(tx, driverId, { type, data, time: tx.now });
    });
  }

  @Delete()
  @Operation({
    id: 'goOffDuty',
    summary: 'Go off duty',
    answers: { 204: { description: 'you are offered no more rides', body: null } },
    refuses: [shiftRejections.on_a_ride],
  })
  async goOffDuty(@Caller() { sub: driverId, cause }: Caller): Promise<void> {
    await this.work.run(cause, (tx) => shifts.decide(tx, driverId, { do: 'go_off_duty', driverId }));
  }

  @Get()
  @Operation({
    id: 'getShift',
    summary: 'How your shift stands',
    answers: { 200: { description: 'the shift', body: Shift } },
  })
  async show(@Caller() { sub: driverId }: Caller) {
    return shiftViewOf(await shifts.state(this.work, driverId));
  }

  async #classOf(driverId: string) {
    const profile = await profiles.state(this.work, driverId);
    if (profile.is === 'unregistered' || profile.profile.vehicleClass === 'unknown') return 'standard';
    return profile.profile.vehicleClass;
  }
}
