import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DriverMoved, VehicleClass } from '@ride/events';
import { areaOf, Place } from '@ride/geo';
import { Allow, Caller } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { profiles } from './profiles.js';
import { shiftViewOf } from './shift-view.js';
import { shifts } from './shifts.js';

type GoOnDuty = z.infer<typeof GoOnDuty>;
const GoOnDuty = z.object({ location: Place, vehicleClass: z.enum(VehicleClass.symbols).optional() });

@ApiTags('shift')
@Controller('shift')
@Allow('driver')
export class ShiftController {
  constructor(private readonly work: UnitOfWork) {}

  /** Again: still here. Without a class, the vehicle's of the profile. */
  @Put()
  @HttpCode(204)
  async goOnDuty(@Caller() { sub: driverId, cause }: Caller, @Body({ schema: GoOnDuty }) body: GoOnDuty) {
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
  @HttpCode(204)
  async goOffDuty(@Caller() { sub: driverId, cause }: Caller): Promise<void> {
    await this.work.run(cause, (tx) => shifts.decide(tx, driverId, { do: 'go_off_duty', driverId }));
  }

  @Get()
  async show(@Caller() { sub: driverId }: Caller) {
    return shiftViewOf(await shifts.state(this.work, driverId));
  }

  async #classOf(driverId: string) {
    const profile = await profiles.state(this.work, driverId);
    if (profile.is === 'unregistered' || profile.profile.vehicleClass === 'unknown') return 'standard';
    return profile.profile.vehicleClass;
  }
}
