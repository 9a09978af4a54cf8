import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { VehicleClass } from '@ride/events';
import { Allow, Caller } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { profileRejections, type Profile } from './profile.decider.js';
import { profiles } from './profiles.js';

const words = (most: number) => z.string().trim().min(1).max(most);
type Told = z.infer<typeof Told>;
const Told = z.object({
  name: words(100),
  vehicle: words(100),
  plate: words(20),
  vehicleClass: z.enum(VehicleClass.symbols).default('standard'),
  email: z.email().max(200).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{5,30}$/, 'is no phone number')
    .optional(),
});

@ApiTags('profile')
@Controller('profile')
@Allow('driver')
export class ProfileController {
  constructor(private readonly work: UnitOfWork) {}

  @Put()
  async change(@Caller() { sub: driverId, cause }: Caller, @Body({ schema: Told }) told: Told) {
    const { email, phone, ...rest } = told;
    const contact = { email, phone };
    await this.work.run(cause, (tx) => profiles.decide(tx, driverId, { do: 'change', driverId, ...rest, contact }));
    return this.#show(driverId);
  }

  @Get()
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
