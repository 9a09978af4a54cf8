import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { DeadLetters, type RepairOrder } from '@ride/messaging';
import type { FastifyReply } from 'fastify';
import { Allow } from '../allow.js';
import { Caller } from '../caller.js';
import { examples } from './examples.js';
import { RepairId } from './repair-id.js';
import { Discard, Edit, LetterId, LetterPage, Listed, Release, Replay, selectionOf } from './requests.js';

const Planned = ApiOkResponse({ description: 'dryRun: what would go where; nothing is done', example: examples.plan });
const Ordered = ApiAcceptedResponse({
  description: 'ordered, and done step by step; Location tells how far it is',
  example: examples.repair,
});
const Reused = ApiUnprocessableEntityResponse({ description: '`idempotency_key_reused`: for another repair' });
const Unknown = ApiNotFoundResponse({ description: '`dead_letter_not_found`' });

/** Facts that this service could not handle: to look at, and to repair. */
@ApiTags('dead letters')
@Controller('dead-letters')
@Allow('operator')
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @ApiOperation({ summary: 'Those that a filter finds, the newest first' })
  @ApiOkResponse({ example: examples.letters })
  list(@Query({ schema: LetterPage }) { status, limit, before, ...filter }: LetterPage) {
    return this.deadLetters.list(filter, { status, limit, before });
  }

  @Get('groups')
  @ApiOperation({ summary: 'How many failed in the same way, the most first' })
  @ApiOkResponse({ example: examples.groups })
  groups(@Query({ schema: Listed }) { status, ...filter }: Listed) {
    return this.deadLetters.groups(filter, status);
  }

  @Post('replay')
  @ApiOperation({ summary: 'Back to their handlers, in the order of their keys' })
  @Planned
  @Ordered
  @ApiConflictResponse({ description: '`overtaken`: later facts of their keys have been handled since' })
  @Reused
  replay(
    @Caller() { sub: who }: Caller,
    @RepairId() id: string,
    @Body({ schema: Replay }) { dryRun, reason, rate, limit, acceptOvertaken, ...chosen }: Replay,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const selection = selectionOf(chosen);
    const order: RepairOrder = { id, kind: 'replay', selection, reason, who, rate, limit, acceptOvertaken };
    return this.#repair(order, dryRun, reply);
  }

  @Post('discard')
  @ApiOperation({ summary: 'Given up for good, with a reason; keys that they hold go on' })
  @Planned
  @Ordered
  @Reused
  discard(
    @Caller() { sub: who }: Caller,
    @RepairId() id: string,
    @Body({ schema: Discard }) { dryRun, reason, rate, limit, ...chosen }: Discard,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const selection = selectionOf(chosen);
    return this.#repair({ id, kind: 'discard', selection, reason, who, rate, limit }, dryRun, reply);
  }

  @Post('release')
  @ApiOperation({ summary: 'Their keys go on without them; they stay' })
  @Planned
  @Ordered
  @Reused
  release(
    @Caller() { sub: who }: Caller,
    @RepairId() id: string,
    @Body({ schema: Release }) { dryRun, reason, rate, limit, ...chosen }: Release,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const selection = selectionOf(chosen);
    return this.#repair({ id, kind: 'release', selection, reason, who, rate, limit }, dryRun, reply);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One of them decoded, with its history and what operators did' })
  @ApiOkResponse({ example: examples.letter })
  @Unknown
  one(@Param('id', { schema: LetterId }) id: string) {
    return this.deadLetters.one(id);
  }

  @Post(':id/edit')
  @HttpCode(202)
  @ApiOperation({ summary: 'An edited copy goes to the handler in its place; the original is kept as discarded' })
  @ApiAcceptedResponse({ example: { ...examples.repair, kind: 'edit', total: 1, done: 1, outcomes: { edited: 1 } } })
  @ApiForbiddenResponse({ description: '`edit_not_allowed`: off unless RIDE_DEAD_LETTER_EDIT=allow' })
  @ApiConflictResponse({ description: '`not_dead`, `overtaken`, `key_in_use`' })
  @Unknown
  @ApiUnprocessableEntityResponse({
    description: '`invalid_fact`, `key_changed`, `fact_unknown`, `idempotency_key_reused`',
  })
  async edit(
    @Caller() { sub: who }: Caller,
    @RepairId() id: string,
    @Param('id', { schema: LetterId }) letter: string,
    @Body({ schema: Edit }) edit: Edit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const repair = await this.deadLetters.edit({ ...edit, id, letter, who });
    void reply.header('location', `/dead-letters/repairs/${id}`);
    return repair;
  }

  async #repair(order: RepairOrder, dryRun: boolean, reply: FastifyReply) {
    if (dryRun) {
      void reply.code(HttpStatus.OK);
      return this.deadLetters.plan(order.selection, order.limit);
    }
    const repair = await this.deadLetters.repair(order);
    void reply.code(HttpStatus.ACCEPTED).header('location', `/dead-letters/repairs/${order.id}`);
    return repair;
  }
}
