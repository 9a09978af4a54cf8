import { Body, Controller, Post } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { DriverMoved } from '@ride/events';
import { Allow, Caller, Limit, Operation, Tag, WithoutKey } from '@ride/http';
import { DirectPublisher, UnitOfWork, type Cause } from '@ride/messaging';
import { NewestTimes } from '@ride/positions';
import { z } from 'zod';
import { areaOfMove } from './area-of-move.js';
import { GivenPoint } from './point.js';
import { aheadOf, Dropped, judged, newerThan } from './position-batch.js';
import { shiftRejections } from './shift.decider.js';
import { rideOf, type Shift } from './shift.state.js';
import { shifts } from './shifts.js';
import { trips } from './trips.js';

type Batch = z.infer<typeof Batch>;
const Batch = z.object({ points: z.array(GivenPoint).min(1).max(300) });
const Answer = z.object({
  taken: z.number().int().meta({ description: 'how many points were taken' }),
  dropped: z.array(Dropped),
});
type OnDuty = Exclude<Shift, { is: 'off_duty' }>;
type Moves = Parameters<DirectPublisher['send']>[1][];

/** Positions are too many and too short-lived for the unit of work: they go straight to the log. */
@Tag('positions', 'Where a driver is')
@Controller('positions')
@Allow('driver')
export class PositionController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly publisher: DirectPublisher,
    private readonly newest: NewestTimes,
  ) {}

  @Operation({
    id: 'reportPositions',
    summary: 'Says where you were, in the order of the times',
    description:
      'Each point is looked at by itself: what can’t be used is dropped and named, the others are taken. A clock that is ahead by up to 5 s is taken for now. The same batch again does no harm: its points are known then.',
    answers: {
      202: {
        description: 'the points that can be used are taken',
        body: Answer,
        example: { taken: 2, dropped: [{ index: 1, code: 'out_of_order' }] },
      },
    },
    refuses: [shiftRejections.off_duty],
  })
  @Post()
  @WithoutKey()
  @Limit(1 / 5)
  async moved(@Caller() { sub: driverId, cause }: Caller, @Body({ schema: Batch }) { points }: Batch) {
    const shift = await shifts.state(this.work, driverId);
    if (shift.is === 'off_duty') throw shiftRejections.off_duty();
    const now = Date.now();
    const { positionFreshMs: freshMs } = settings().rules;
    const areaOf = (place: { lat: number; lng: number }) => areaOfMove(place, shift.spot?.area);
    const found = judged(points, { now, freshMs, areaOf });
    const news = found.taken.at(-1)?.time;
    const known = news === undefined ? null : await this.newest.advance(driverId, news);
    const { taken, dropped } = newerThan(known, found);
    const ahead = aheadOf(now, taken);
    const moves = taken.map(({ point: { lat, lng, time: _, ...more }, area, time }) => ({
      fact: DriverMoved({ driverId, location: { lat, lng }, ...more, area }),
      time: time - ahead,
    }));
    const last = moves.at(-1);
    const isSeen = now - shift.seenAt < freshMs / 3;
    await Promise.all([
      this.#send(cause, driverId, moves, { time: news, known }),
      last && !isSeen ? this.#seen(cause, shift, { ...last.fact, time: now }) : undefined,
    ]);
    return { taken: taken.length, dropped };
  }

  /** What isn't in the log may be sent again, and is news then. */
  async #send(
    cause: Cause,
    driverId: string,
    moves: Moves,
    { time, known }: { readonly time: number | undefined; readonly known: number | null },
  ): Promise<void> {
    if (moves.length === 0 || time === undefined) return;
    try {
      await this.publisher.send(cause, ...moves);
    } catch (error) {
      await this.newest.takeBack(driverId, time, known);
      throw error;
    }
  }

  /** Tells the shift and the ride that the driver is there: seldom, since each is a transaction. */
  #seen(
    cause: Cause,
    shift: OnDuty,
    { type, data, time }: Parameters<typeof shifts.react>[2] & DriverMoved,
  ): Promise<void> {
    const { driverId } = shift;
    const rideId = rideOf(shift);
    return this.work.run(cause, async (tx) => {
      await Promise.all([
        shifts.react(tx, driverId, { type, data, time }),
        rideId && trips.react(tx, rideId, { type, data, time }),
      ]);
    });
  }
}
