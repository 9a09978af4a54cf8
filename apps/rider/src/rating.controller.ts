import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { rejections } from '@ride/decider';
import { Allow, Caller, Id, Once, Operation, Tag, typed, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { RatingCommentRow } from './rating-comments.js';
import { rideRejections } from './ride.decider.js';
import { rides } from './rides.js';

const rejected = rejections({ rating_not_found: 'You have not rated this ride: POST your stars here.' });

type Rating = z.infer<typeof Rating>;
const Rating = z.object({
  stars: z.number().int().min(1).max(5),
  comment: typed(1000).optional(),
});

const Rated = z
  .object({ rideId: Id, stars: z.number().int().min(1).max(5), comment: z.string().optional() })
  .meta({ id: 'Rating' });

/** What a rider thinks of the driver of a completed ride; said once. */
@Tag('rides', 'What a rider asks for, and what has become of it')
@Controller('rides/:rideId/rating')
@Allow('rider')
export class RatingController {
  constructor(private readonly work: UnitOfWork) {}

  @Post()
  @Operation({
    id: 'rateDriver',
    summary: 'Say what you think of the driver of a completed ride',
    description: 'Once. The comment stays with us; the driver, and everybody else, learns the stars only.',
    answers: { 204: { description: 'said', body: null } },
    refuses: [
      rideRejections.ride_not_found,
      rideRejections.not_completed,
      rideRejections.already_rated,
      rideRejections.rating_too_late,
    ],
  })
  rate(
    @Caller() { sub: riderId }: Caller,
    @Once() once: Once,
    @Param('rideId', { schema: Uuid }) rideId: string,
    @Body({ schema: Rating }) { stars, comment }: Rating,
  ): Promise<void> {
    return once.run(this.work, async (tx) => {
      const { before, after } = await rides.decide(tx, rideId, { do: 'rate', rideId, riderId, stars });
      const isNew = before !== after;
      if (isNew && comment !== undefined) tx.append(RatingCommentRow, { id: rideId, comment, at: new Date(tx.now) });
    });
  }

  @Get()
  @Operation({
    id: 'getRating',
    summary: 'What you said of the driver',
    answers: {
      200: {
        description: 'your rating',
        body: Rated,
        example: { rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf', stars: 5, comment: 'A calm drive.' },
      },
    },
    refuses: [rideRejections.ride_not_found, rejected.rating_not_found],
  })
  async show(@Caller() { sub: riderId }: Caller, @Param('rideId', { schema: Uuid }) rideId: string) {
    const ride = await rides.state(this.work, rideId);
    if (ride.is === 'unknown' || ride.riderId !== riderId) throw rideRejections.ride_not_found();
    if (ride.is !== 'completed' || ride.rated === undefined) throw rejected.rating_not_found();
    const comment = (await this.work.read(RatingCommentRow, rideId))?.comment;
    return { rideId, stars: ride.rated, comment };
  }
}
