import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow, Caller, Once, Operation, Tag, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { OfferRow } from './offers.js';
import { Reason } from './reason.js';
import { shifts } from './shifts.js';
import { tripRejections } from './trip.decider.js';
import { trips } from './trips.js';

type Decline = z.infer<typeof Decline>;
const Decline = z
  .object({ reason: Reason })
  .meta({ id: 'OfferDecline', examples: [{ reason: 'too_far' }] })
  .default({});
const refuses = [tripRejections.offer_not_found, tripRejections.offer_is_over, tripRejections.offer_accepted];
type Answer = { readonly do: 'accept' } | { readonly do: 'decline'; readonly reason: string | undefined };

/** What a driver answers to an offer; whether a yes counts comes over GET /events. */
@Tag('offers', 'Rides that you are offered')
@Controller('offers')
@Allow('driver')
export class OfferController {
  constructor(private readonly work: UnitOfWork) {}

  @Post(':offerId/acceptance')
  @Operation({
    id: 'acceptOffer',
    summary: 'Say yes to an offer',
    description: 'Whether it counts is told by GET /events. Again: the same answer.',
    answers: { 202: { description: 'said', body: null } },
    refuses,
  })
  accept(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('offerId', { schema: Uuid }) offerId: string,
  ): Promise<void> {
    return this.#answer(once, driverId, offerId, { do: 'accept' });
  }

  @Post(':offerId/decline')
  @Operation({
    id: 'declineOffer',
    summary: 'Say no to an offer',
    answers: { 202: { description: 'said', body: null } },
    refuses,
  })
  decline(
    @Caller() { sub: driverId }: Caller,
    @Once() once: Once,
    @Param('offerId', { schema: Uuid }) offerId: string,
    @Body({ schema: Decline }) { reason }: Decline,
  ): Promise<void> {
    return this.#answer(once, driverId, offerId, { do: 'decline', reason });
  }

  async #answer(once: Once, driverId: string, offerId: string, answer: Answer): Promise<void> {
    const offer = await this.work.read(OfferRow, offerId); // nobody changes it
    if (offer?.driverId !== driverId) throw tripRejections.offer_not_found();
    const { rideId } = offer;
    return once.run(this.work, async (tx) => {
      const [shift] = await Promise.all([shifts.stateIn(tx, driverId), trips.stateIn(tx, rideId)]);
      await trips.decide(tx, rideId, { ...answer, rideId, driverId, offerId });
      if (shift.is === 'available' && shift.unanswered > 0)
        await shifts.react(tx, driverId, { type: 'OfferAnswered', time: tx.now, data: { driverId } });
    });
  }
}
