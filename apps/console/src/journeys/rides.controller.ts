import { Controller, Get } from '@nestjs/common';
import { Allow, Operation, Tag, Time } from '@ride/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { GOING_ON, OUTCOMES } from './ride-states.js';

const RidesByState = z
  .object({
    states: z.array(
      z.object({
        state: z.enum(GOING_ON),
        rides: z.number().int(),
        oldestAt: Time.nullable().meta({
          description: 'since when the ride that was longest in it has been; null: none',
        }),
      }),
    ),
    outcomesLastHour: z.array(z.object({ outcome: z.enum(OUTCOMES), rides: z.number().int() })),
  })
  .meta({ id: 'RidesByState' });

@Tag('rides', 'For operators: the rides there are')
@Controller('rides')
@Allow('operator')
export class RidesController {
  constructor(private readonly data: DataSource) {}

  @Get('by-state')
  @Operation({
    id: 'getRidesByState',
    summary: 'How many rides there are in each state, and how those of the last hour ended',
    answers: { 200: { description: 'each state and each outcome, also those of no ride', body: RidesByState } },
  })
  async byState(): Promise<z.infer<typeof RidesByState>> {
    const states = await this.data.query<{ state: string; rides: number; oldestAt: Date }[]>(
      'SELECT state, count(*)::int AS rides, min(since) AS "oldestAt" FROM ride WHERE ended_at IS NULL GROUP BY state',
    );
    const ended = await this.data.query<{ outcome: string; rides: number }[]>(
      `SELECT state AS outcome, count(*)::int AS rides FROM ride
       WHERE ended_at > now() - interval '1 hour' GROUP BY state`,
    );
    return {
      states: GOING_ON.map((state) => {
        const { rides = 0, oldestAt } = states.find((each) => each.state === state) ?? {};
        return { state, rides, oldestAt: oldestAt?.toISOString() ?? null };
      }),
      outcomesLastHour: OUTCOMES.map((outcome) => ({
        outcome,
        rides: ended.find((each) => each.outcome === outcome)?.rides ?? 0,
      })),
    };
  }
}
