import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { settings } from '@ride/configuration';
import { DriverMoved } from '@ride/events';
import { Place } from '@ride/geo';
import { Allow, Caller } from '@ride/http';
import { DirectPublisher, UnitOfWork, type Cause } from '@ride/messaging';
import { z } from 'zod';
import { areaOfMove } from './area-of-move.js';
import { shiftRejections } from './shift.decider.js';
import { rideOf, type Shift } from './shift.state.js';
import { shifts } from './shifts.js';
import { trips } from './trips.js';

type Point = z.infer<typeof Point>;
const Point = Place.extend({
  /** When the driver was there; without it, now. */
  time: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .optional(),
  heading: z.number().min(0).max(360).optional(),
  speed: z.number().min(0).max(150).optional(),
  accuracy: z.number().min(0).optional(),
});
type Batch = z.infer<typeof Batch>;
const Batch = z.object({ points: z.array(Point).min(1).max(300) });
type OnDuty = Exclude<Shift, { is: 'off_duty' }>;

/** Positions are too many and too short-lived for the unit of work: they go straight to the log. */
@ApiTags('positions')
@Controller('positions')
@Allow('driver')
export class PositionController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly publisher: DirectPublisher,
  ) {}

  @Post()
  @HttpCode(202)
  async moved(@Caller() { sub: driverId, cause }: Caller, @Body({ schema: Batch }) { points }: Batch) {
    const shift = await shifts.state(this.work, driverId);
    if (shift.is === 'off_duty') throw shiftRejections.off_duty();
    const now = Date.now();
    const moves = points.flatMap(({ lat, lng, time = now, ...more }) => {
      const location = { lat, lng };
      const area = areaOfMove(location, shift.spot?.area);
      // A device's clock may be ahead; what has not happened yet would hide what comes next.
      return area === undefined
        ? []
        : [{ fact: DriverMoved({ driverId, location, ...more, area }), time: Math.min(time, now) }];
    });
    const last = moves.at(-1);
    const isSeen = now - shift.seenAt < settings().rules.positionFreshMs / 3;
    await Promise.all([
      this.publisher.send(cause, ...moves),
      last && !isSeen ? this.#seen(cause, shift, { ...last.fact, time: now }) : undefined,
    ]);
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
