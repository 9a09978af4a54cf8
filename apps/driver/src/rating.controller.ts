import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rejections } from '@ride/decider';
import { Allow, Caller, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { RatingCommentRow } from './rating-comments.js';
import { offerTo, tripRejections } from './trip.decider.js';
import { trips } from './trips.js';

const rejected = rejections({ rating_not_found: 'You have not rated this ride: POST your stars here.' });

type Rating = z.infer<typeof Rating>;
const Rating = z.object({
  stars: z.number().int().min(1).max(5),
  comment: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .regex(/^[^\0]*$/, 'has a NUL, which is no text')
    .optional(),
});

/** What a driver thinks of the rider of a completed ride; said once. */
@ApiTags('rides')
@Controller('rides/:rideId/rating')
@Allow('driver')
export class RatingController {
  constructor(private readonly work: UnitOfWork) {}

  /** The comment stays here; the rider, and everybody else, learns the stars only. */
  @Post()
  @HttpCode(204)
  async rate(
    @Caller() { sub: driverId, cause }: Caller,
    @Param('rideId', { schema: Uuid }) rideId: string,
    @Body({ schema: Rating }) { stars, comment }: Rating,
  ): Promise<void> {
    await this.work.run(cause, async (tx) => {
      const { before, after } = await trips.decide(tx, rideId, { do: 'rate', rideId, driverId, stars });
      const isNew = before !== after;
      if (isNew && comment !== undefined) tx.append(RatingCommentRow, { id: rideId, comment, at: new Date(tx.now) });
    });
  }

  @Get()
  async show(@Caller() { sub: driverId }: Caller, @Param('rideId', { schema: Uuid }) rideId: string) {
    const { offers, stage } = await trips.state(this.work, rideId);
    if (offerTo(offers, driverId) === undefined) throw tripRejections.ride_not_found();
    if (stage.is !== 'ended' || stage.booked?.driverId !== driverId || stage.rated === undefined)
      throw rejected.rating_not_found();
    const comment = (await this.work.read(RatingCommentRow, rideId))?.comment;
    return { rideId, stars: stage.rated, comment };
  }
}
