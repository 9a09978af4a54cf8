import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, Caller, Email, Id, Operation, Phone, Tag, typed } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { profileRejections, type Profile } from './profile.decider.js';
import { profiles } from './profiles.js';

type Told = z.infer<typeof Told>;
const Told = z
  .object({
    name: typed(100),
    email: Email.optional(),
    phone: Phone.optional(),
  })
  .meta({ id: 'RiderProfileChange', examples: [{ name: 'Grace', email: 'grace@example.com' }] });
const Shown = z
  .object({
    riderId: Id,
    name: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    rating: z.object({ average: z.number(), count: z.number().int() }),
  })
  .meta({
    id: 'RiderProfile',
    examples: [{ riderId: '01a21044-98be-71cf-a7d5-4bb8552fbabf', name: 'Grace', rating: { average: 4.8, count: 31 } }],
  });

@Tag('profile', 'Who you are')
@Controller('profile')
@Allow('rider')
export class ProfileController {
  constructor(private readonly work: UnitOfWork) {}

  @Put()
  @Operation({
    id: 'changeProfile',
    summary: 'Say who you are, for the first time or anew',
    answers: { 200: { description: 'your profile as it is now', body: Shown } },
  })
  async change(@Caller() { sub: riderId, cause }: Caller, @Body({ schema: Told }) told: Told) {
    const { name, ...contact } = told;
    await this.work.run(cause, (tx) => profiles.decide(tx, riderId, { do: 'change', riderId, name, contact }));
    return this.#show(riderId);
  }

  @Get()
  @Operation({
    id: 'getProfile',
    summary: 'Your profile',
    answers: { 200: { description: 'your profile', body: Shown } },
    refuses: [profileRejections.profile_not_found],
  })
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
