import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DeadLetters, repairRefusals } from '@ride/messaging';
import { Allow } from '../allow.js';
import { Caller } from '../caller.js';
import { WithoutKey } from '../idempotency/says-of-keys.js';
import { Uuid } from '../validation.js';
import { Operation } from '../openapi/operation.js';
import { Tag } from '../openapi/tag.js';
import { Repair, RepairList } from './repair.shapes.js';
import { RepairPage } from './requests.js';

const refuses = [repairRefusals.repair_not_found];

/** Who did what to dead letters, when and why; and how far it is. */
@Tag('dead letters', 'For operators: facts that this service could not handle, to look at and to repair')
@Controller('dead-letters/repairs')
@Allow('operator')
export class RepairsController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @Operation({
    id: 'listRepairs',
    summary: 'All repairs, the latest first',
    answers: { 200: { description: 'a page of them', body: RepairList } },
  })
  list(@Query({ schema: RepairPage }) { limit, before }: RepairPage) {
    return this.deadLetters.repairs(limit, before);
  }

  @Get(':id')
  @Operation({
    id: 'getRepair',
    summary: 'How far a repair is, and what has become of its facts since',
    answers: { 200: { description: 'the repair', body: Repair } },
    refuses,
  })
  one(@Param('id', { schema: Uuid }) id: string) {
    return this.deadLetters.repairById(id);
  }

  @Post(':id/cancel')
  @WithoutKey()
  @Operation({
    id: 'cancelRepair',
    summary: 'Ends a running repair; what it has done stays done',
    answers: { 200: { description: 'the repair as it is now', body: Repair } },
    refuses,
  })
  cancel(@Caller() { sub }: Caller, @Param('id', { schema: Uuid }) id: string) {
    return this.deadLetters.cancel(id, sub);
  }
}
