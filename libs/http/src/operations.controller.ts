import { Body, Controller, Get, Param, Post, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Allow } from './allow.js';
import { WithoutKey } from './idempotency/says-of-keys.js';
import { Operation } from './openapi/operation.js';
import { Id } from './openapi/shapes.js';
import { Tag } from './openapi/tag.js';
import { Outcomes, type Outcome } from './outcomes.js';
import { Uuid } from './validation.js';

type Asked = z.infer<typeof Asked>;
const Asked = z.object({ rideIds: z.array(Uuid).max(1000) }).meta({ id: 'OutcomesAsked' });
const Shown = z
  .object({
    rideId: Id,
    outcome: z.enum(['completed', 'cancelled', 'unfulfilled']).nullable().meta({ description: 'null: it goes on' }),
    endings: z.number().int().meta({ description: 'how often the service heard of an end: once' }),
  })
  .meta({ id: 'RideOutcome' });
type Delivery = z.infer<typeof Delivery>;
const Delivery = z
  .object({
    outbox: z.number().int().meta({ description: 'to be sent' }),
    refused: z.number().int().meta({ description: 'refused by the broker for good' }),
    waiting: z.number().int().meta({ description: 'to be tried again' }),
    dead: z.number().int().meta({ description: 'given up on: see /dead-letters' }),
  })
  .meta({ id: 'Delivery', description: 'counts of facts' });
const example: Outcome = { rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf', outcome: 'completed', endings: 1 };

/** What operators ask every service: how rides ended, and whether facts are stuck. */
@Tag('operations', 'For operators: how rides ended, and whether facts are stuck')
@Controller('operations')
@Allow('operator')
export class OperationsController implements OnModuleInit {
  #outcomes!: Outcomes;

  constructor(
    private readonly modules: ModuleRef,
    private readonly data: DataSource,
  ) {}

  onModuleInit(): void {
    this.#outcomes = this.modules.get(Outcomes, { strict: false });
  }

  @Post('outcomes')
  @WithoutKey()
  @Operation({
    id: 'listRideOutcomes',
    summary: 'How rides have ended, as this service knows it',
    answers: {
      200: { description: 'in the order in which they were asked for', body: z.array(Shown), example: [example] },
    },
  })
  async ofMany(@Body({ schema: Asked }) { rideIds }: Asked): Promise<readonly Outcome[]> {
    const known = new Map((await this.#outcomes.outcomes(rideIds)).map((outcome) => [outcome.rideId, outcome]));
    return rideIds.map((rideId) => known.get(rideId) ?? { rideId, outcome: null, endings: 0 });
  }

  @Get('rides/:rideId')
  @Operation({
    id: 'getRideOutcome',
    summary: 'How a ride has ended, as this service knows it',
    answers: { 200: { description: 'also of a ride that it has not heard of', body: Shown, example } },
  })
  async ofOne(@Param('rideId', { schema: Uuid }) rideId: string): Promise<Outcome> {
    return (await this.ofMany({ rideIds: [rideId] }))[0]!;
  }

  @Get('delivery')
  @Operation({
    id: 'getDelivery',
    summary: 'Whether facts are stuck on their way out or in',
    answers: {
      200: { description: 'counts', body: Delivery, example: { outbox: 0, refused: 0, waiting: 0, dead: 0 } },
    },
  })
  async delivery(): Promise<Delivery> {
    const [counts] = await this.data.query<[Delivery]>(`SELECT
      (SELECT count(*)::int FROM outbox) AS outbox,
      (SELECT count(*)::int FROM outbox_refused) AS refused,
      (SELECT count(*)::int FROM failed_fact WHERE status = 'waiting') AS waiting,
      (SELECT count(*)::int FROM failed_fact WHERE status = 'dead') AS dead`);
    return counts;
  }
}
