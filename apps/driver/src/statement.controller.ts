import { Controller, Get, Query } from '@nestjs/common';
import { VehicleClass } from '@ride/events';
import { Allow, Caller, Money, Operation, Tag, Time } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { statementsOf, TierRow, type Statement } from './statements.js';
import { nextTier, TIERS, tierOf, tripsIn, WEEKS_COUNTED } from './tier.rules.js';

const count = z.number().int();
const Shown = z
  .object({
    start: Time,
    end: Time.meta({ description: 'of the week; what ended from then on stands in the next one' }),
    timeZone: z.string().meta({ description: 'in which that week is (IANA)' }),
    trips: count,
    distanceMetres: count,
    drivingSeconds: count,
    fares: Money,
    cancellations: count.meta({ description: 'rides that were cancelled at a fee' }),
    fees: Money,
    vehicleClass: z.enum([...VehicleClass.symbols, 'unknown']).optional(),
    rating: z.object({ average: z.number(), count }).optional().meta({ description: 'as it was when the week ended' }),
  })
  .meta({ id: 'Statement' });
const Statements = z.object({ statements: z.array(Shown) }).meta({
  id: 'StatementList',
  examples: [
    {
      statements: [
        {
          ...{ start: '2026-11-16T05:00:00.000Z', end: '2026-11-23T05:00:00.000Z', timeZone: 'America/New_York' },
          ...{ trips: 61, distanceMetres: 402_300, drivingSeconds: 71_280, fares: { minor: 98_120, currency: 'USD' } },
          ...{ cancellations: 2, fees: { minor: 1_000, currency: 'USD' }, vehicleClass: 'standard' },
          rating: { average: 4.9, count: 120 },
        },
      ],
    },
  ],
});
const Tiers = z.enum(TIERS);
const ShownTier = z
  .object({
    tier: Tiers,
    trips: count.meta({ description: `in the last ${WEEKS_COUNTED} statements together` }),
    next: z
      .object({
        tier: Tiers,
        trips: count.meta({ description: 'still missing' }),
        rating: z.number().nullable().meta({ description: 'that it asks for; null: none' }),
      })
      .nullable()
      .meta({ description: 'the tier above; null: there is none' }),
  })
  .meta({ id: 'Tier', examples: [{ tier: 'silver', trips: 61, next: { tier: 'gold', trips: 39, rating: 4.7 } }] });
type Asked = z.infer<typeof Asked>;
const Asked = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(104)
    .default(12)
    .meta({ description: 'how many at most, the newest first' }),
});

/** What the weeks have brought. */
@Tag('statements', 'What your weeks have brought, and the tier they make')
@Controller()
@Allow('driver')
export class StatementController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly data: DataSource,
  ) {}

  @Get('statements')
  @Operation({
    id: 'listStatements',
    summary: 'Your weekly statements, the newest first',
    description: 'A week’s statement comes two days after its end, in the time zone of where you drive.',
    answers: { 200: { description: 'the statements', body: Statements } },
  })
  async statements(@Caller() { sub: driverId }: Caller, @Query({ schema: Asked }) { limit }: Asked) {
    return { statements: (await statementsOf(this.data, driverId, limit)).map(viewOf) };
  }

  @Get('tier')
  @Operation({
    id: 'getTier',
    summary: 'Your tier, and what is missing for the next one',
    answers: { 200: { description: 'the tier', body: ShownTier } },
  })
  async tier(@Caller() { sub: driverId }: Caller) {
    const weeks = (await this.work.read(TierRow, driverId))?.weeks ?? [];
    return { tier: tierOf(weeks), trips: tripsIn(weeks), next: nextTier(weeks) };
  }
}

function viewOf({ start, end, ...statement }: Statement) {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString(), ...statement };
}
