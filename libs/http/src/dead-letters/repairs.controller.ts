import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeadLetters } from '@ride/messaging';
import { Allow } from '../allow.js';
import { Caller } from '../caller.js';
import { WithoutKey } from '../idempotency/says-of-keys.js';
import { Uuid } from '../validation.js';
import { examples } from './examples.js';
import { RepairPage } from './requests.js';

const Unknown = ApiNotFoundResponse({ description: '`repair_not_found`' });

/** Who did what to dead letters, when and why; and how far it is. */
@ApiTags('dead letters')
@Controller('dead-letters/repairs')
@Allow('operator')
export class RepairsController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @ApiOperation({ summary: 'All repairs, the latest first' })
  @ApiOkResponse({ example: examples.repairs })
  list(@Query({ schema: RepairPage }) { limit, before }: RepairPage) {
    return this.deadLetters.repairs(limit, before);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a repair is, and what has become of its facts since' })
  @ApiOkResponse({ example: examples.repair })
  @Unknown
  one(@Param('id', { schema: Uuid }) id: string) {
    return this.deadLetters.repairById(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @WithoutKey()
  @ApiOperation({ summary: 'Ends a running repair; what it has done stays done' })
  @ApiOkResponse({ example: { ...examples.repair, status: 'cancelled' } })
  @Unknown
  cancel(@Caller() { sub }: Caller, @Param('id', { schema: Uuid }) id: string) {
    return this.deadLetters.cancel(id, sub);
  }
}
