import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { profileRejections, type Profile } from './profile.decider.js';
import { profiles } from './profiles.js';

type Told = z.infer<typeof Told>;
const Told = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{5,30}$/, 'is no phone number')
    .optional(),
});

@ApiTags('profile')
@Controller('profile')
@Allow('rider')
export class ProfileController {
  constructor(private readonly work: UnitOfWork) {}

  @Put()
  async change(@Caller() { sub: riderId, cause }: Caller, @Body({ schema: Told }) told: Told) {
    const { name, ...contact } = told;
    await this.work.run(cause, (tx) => profiles.decide(tx, riderId, { do: 'change', riderId, name, contact }));
    return this.#show(riderId);
  }

  @Get()
  show(@Caller() { sub: riderId }: Caller) {
    return this.#show(riderId);
  }

  async #show(riderId: string) {
    return viewOf(riderId, await profiles.state(this.work, riderId));
  }
}

function viewOf(riderId: string, profile: Profile) {
  if (profile.is === 'unregistered') throw profileRejections.profile_not_found();
  const { name, contact, rating } = profile.profile;
  return { riderId, name, ...contact, rating };
}
