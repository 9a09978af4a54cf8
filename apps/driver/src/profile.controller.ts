import { Body, Controller, Get, Put } from '@nestjs/common';
import { VehicleClass } from '@ride/events';
import { Allow, Caller, Email, Id, Operation, Phone, Tag, typed } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { profileRejections, type Profile } from './profile.decider.js';
import { profiles } from './profiles.js';
import { Vehicles } from './shift.shapes.js';

type Told = z.infer<typeof Told>;
const Told = z
  .object({
    name: typed(100),
    vehicle: typed(100),
    plate: typed(20),
    vehicleClass: Vehicles.default('standard'),
    email: Email.optional(),
    phone: Phone.optional(),
  })
  .meta({
    id: 'DriverProfileChange',
    examples: [{ name: 'Ada', vehicle: 'Blue Prius', plate: 'R1 DE', vehicleClass: 'standard' }],
  });
const Shown = z
  .object({
    driverId: Id,
    name: z.string(),
    vehicle: z.string(),
    plate: z.string(),
    vehicleClass: z.enum([...VehicleClass.symbols, 'unknown']),
    email: z.string().optional(),
    phone: z.string().optional(),
    rating: z.object({ average: z.number(), count: z.number().int() }),
  })
  .meta({
    id: 'DriverProfile',
    examples: [
      {
        driverId: '0c412bd9-2f43-4d3a-8a53-0d5e64f1a001',
        ...{ name: 'Ada', vehicle: 'Blue Prius', plate: 'R1 DE', vehicleClass: 'standard' },
        rating: { average: 4.9, count: 120 },
      },
    ],
  });

@Tag('profile', 'Who you are')
@Controller('profile')
@Allow('driver')
export class ProfileController {
  constructor(private readonly work: UnitOfWork) {}

  @Put()
  @Operation({
    id: 'changeProfile',
    summary: 'Say who you are, for the first time or anew',
    answers: { 200: { description: 'your profile as it is now', body: Shown } },
  })
  async change(@Caller() { sub: driverId, cause }: Caller, @Body({ schema: Told }) told: Told) {
    const { email, phone, ...rest } = told;
    const contact = { email, phone };
    await this.work.run(cause, (tx) => profiles.decide(tx, driverId, { do: 'change', driverId, ...rest, contact }));
    return this.#show(driverId);
  }

  @Get()
  @Operation({
    id: 'getProfile',
    summary: 'Your profile',
    answers: { 200: { description: 'your profile', body: Shown } },
    refuses: [profileRejections.profile_not_found],
  })
  show(@Caller() { sub: driverId }: Caller) {
    return this.#show(driverId);
  }

  async #show(driverId: string) {
    return viewOf(driverId, await profiles.state(this.work, driverId));
  }
}

function viewOf(driverId: string, profile: Profile) {
  if (profile.is === 'unregistered') throw profileRejections.profile_not_found();
  const { contact, ...rest } = profile.profile;
  return { driverId, ...rest, ...contact };
}
