import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { rejections } from '@ride/decider';
import { Allow, Caller, Id, Once, Operation, Tag, typed, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { RatingCommentRow } from './rating-comments.js';
import { offerTo, tripRejections } from './trip.decider.js';
import { trips } from './trips.js';

const rejected = rejections({ rating_not_found: 'You have not rated this ride: POST your stars here.' });

type Rating = z.infer<typeof Rating>;
const Rating = z.object({
  stars: z.number().int().min(1).max(5),
  comment: typed(1000).optional(),
});

const Rated = z
  .object({ rideId: Id, stars: z.number().int().min(1).max(5), comment: z.string().optional() })
  .meta({ id: 'Rating' });

/** What a driver thinks of the rider of a completed ride; said once. */
@Tag('rides', 'Rides that you were offered, and what you say of those that you drive')
@Controller('rides/:rideId/rating')
@Allow('driver')
export class RatingController {
  constructor(private readonly work: UnitOfWork) {}

  @Post()
  @Operation({
    id: 'rateRider',
    summary: 'Say what you think of the rider of a completed ride',
    description: 'Once. The comment stays with us; the rider, and everybody else, learns the stars only.',
    answers: { 204: { description: 'said', body: null } },
    refuses: [
      ...[tripRejections.ride_not_found, tripRejections.not_your_ride, tripRejections.not_completed],
      ...[tripRejections.already_rated, tripRejections.rating_too_late],
    ],
  })
  rate(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('rideId', { schema: Uuid }) rideId: string,
    @Body({ schema: Rating }) { stars, comment }: Rating,
  ): Promise<void> {
    return once.run(this.work, async (tx) => {
      const { before, after } = await trips.decide(tx, rideId, { do: 'rate', rideId, driverId, stars });
      const isNew = before !== after;
      if (isNew && comment !== undefined) tx.append(RatingCommentRow, { id: rideId, comment, at: new Date(tx.now) });
    });
  }

  @Get()
  @Operation({
    id: 'getRating',
    summary: 'What you said of the rider',
    answers: {
      200: {
        description: 'your rating',
        body: Rated,
        example: { rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf', stars: 5, comment: 'On time.' },
      },
    },
    refuses: [tripRejections.ride_not_found, rejected.rating_not_found],
  })
  async show(@Caller() { sub: driverId }: Caller, @Param('rideId', { schema: Uuid }) rideId: string) {
    const { offers, stage } = await trips.state(this.work, rideId);
    if (offerTo(offers, driverId) === undefined) throw tripRejections.ride_not_found();
    if (stage.is !== 'ended' || stage.booked?.driverId !== driverId || stage.rated === undefined)
      throw rejected.rating_not_found();
    const comment = (await this.work.read(RatingCommentRow, rideId))?.comment;
    return { rideId, stars: stage.rated, comment };
  }
}
