import { Body, Controller, Get, HttpCode, Param, Post, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Allow } from './allow.js';
import { Outcomes, type Outcome } from './outcomes.js';
import { Uuid } from './validation.js';

type Asked = z.infer<typeof Asked>;
const Asked = z.object({ rideIds: z.array(Uuid).max(1000) });

/** What operators ask every service: how rides ended, and whether facts are stuck. */
@ApiTags('operations')
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
  @HttpCode(200)
  async ofMany(@Body({ schema: Asked }) { rideIds }: Asked): Promise<readonly Outcome[]> {
    const known = new Map((await this.#outcomes.outcomes(rideIds)).map((outcome) => [outcome.rideId, outcome]));
    return rideIds.map((rideId) => known.get(rideId) ?? { rideId, outcome: null, endings: 0 });
  }

  @Get('rides/:rideId')
  async ofOne(@Param('rideId', { schema: Uuid }) rideId: string): Promise<Outcome | undefined> {
    return (await this.ofMany({ rideIds: [rideId] }))[0];
  }

  /** Counts of facts: to be sent, refused by the broker for good, to be tried again, given up on. */
  @Get('delivery')
  async delivery(): Promise<unknown> {
    const [counts] = await this.data.query<unknown[]>(`SELECT
      (SELECT count(*)::int FROM outbox) AS outbox,
      (SELECT count(*)::int FROM outbox_refused) AS refused,
      (SELECT count(*)::int FROM failed_fact WHERE status = 'waiting') AS waiting,
      (SELECT count(*)::int FROM failed_fact WHERE status = 'dead') AS dead`);
    return counts;
  }
}
