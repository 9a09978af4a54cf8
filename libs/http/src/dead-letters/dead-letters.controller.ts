import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import {
  DeadLetters,
  repairRefusals as refusals,
  UnitOfWork,
  type Repair as RepairRow,
  type RepairOrder,
} from '@ride/messaging';
import { Allow } from '../allow.js';
import { Caller } from '../caller.js';
import { Once, type Done } from '../idempotency/once.js';
import { Operation } from '../openapi/operation.js';
import { Tag } from '../openapi/tag.js';
import { Letter, LetterGroups, LetterList } from './letter.shapes.js';
import { Plan, Repair } from './repair.shapes.js';
import { Discard, Edit, LetterId, LetterPage, Listed, Release, Replay, selectionOf } from './requests.js';

const ordered = {
  200: { description: 'of a dry run: what would go where; nothing is done', body: Plan },
  202: {
    description: 'ordered, and done step by step',
    body: Repair,
    headers: { Location: 'where to see how far it is' },
  },
} as const;
/** As examples: how many letters of how many keys, and how many later facts. */
const overtaken = refusals.overtaken(3, 2, 7);

/** Facts that this service could not handle: to look at, and to repair. */
@Tag('dead letters', 'For operators: facts that this service could not handle, to look at and to repair')
@Controller('dead-letters')
@Allow('operator')
export class DeadLettersController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Operation({
    id: 'listDeadLetters',
    summary: 'Those that a filter finds, the newest first',
    answers: { 200: { description: 'a page of them', body: LetterList } },
  })
  list(@Query({ schema: LetterPage }) { status, limit, before, ...filter }: LetterPage) {
    return this.deadLetters.list(filter, { status, limit, before });
  }

  @Get('groups')
  @Operation({
    id: 'countDeadLetters',
    summary: 'How many failed in the same way, the most first',
    answers: { 200: { description: 'groups of those that failed alike', body: LetterGroups } },
  })
  groups(@Query({ schema: Listed }) { status, ...filter }: Listed) {
    return this.deadLetters.groups(filter, status);
  }

  @Post('replay')
  @Operation({
    id: 'replayDeadLetters',
    summary: 'Back to their handlers, in the order of their keys',
    answers: ordered,
    refuses: [overtaken, refusals.idempotency_key_reused],
  })
  replay(
    @Caller() { sub: who }: Caller,
    @Once() once: Once,
    @Body({ schema: Replay }) { dryRun, reason, rate, limit, acceptOvertaken, ...chosen }: Replay,
  ) {
    const selection = selectionOf(chosen);
    return this.#repair({ kind: 'replay', selection, reason, who, rate, limit, acceptOvertaken }, dryRun, once);
  }

  @Post('discard')
  @Operation({
    id: 'discardDeadLetters',
    summary: 'Given up for good, with a reason; keys that they hold go on',
    answers: ordered,
    refuses: [refusals.idempotency_key_reused],
  })
  discard(
    @Caller() { sub: who }: Caller,
    @Once() once: Once,
    @Body({ schema: Discard }) { dryRun, reason, rate, limit, ...chosen }: Discard,
  ) {
    const selection = selectionOf(chosen);
    return this.#repair({ kind: 'discard', selection, reason, who, rate, limit }, dryRun, once);
  }

  @Post('release')
  @Operation({
    id: 'releaseDeadLetters',
    summary: 'Their keys go on without them; they stay',
    answers: ordered,
    refuses: [refusals.idempotency_key_reused],
  })
  release(
    @Caller() { sub: who }: Caller,
    @Once() once: Once,
    @Body({ schema: Release }) { dryRun, reason, rate, limit, ...chosen }: Release,
  ) {
    const selection = selectionOf(chosen);
    return this.#repair({ kind: 'release', selection, reason, who, rate, limit }, dryRun, once);
  }

  @Get(':id')
  @Operation({
    id: 'getDeadLetter',
    summary: 'One of them decoded, with its history and what operators did',
    answers: { 200: { description: 'the letter', body: Letter } },
    refuses: [refusals.dead_letter_not_found],
  })
  one(@Param('id', { schema: LetterId }) id: string) {
    return this.deadLetters.one(id);
  }

  @Post(':id/edit')
  @Operation({
    id: 'editDeadLetter',
    summary: 'An edited copy goes to the handler in its place; the original is kept as discarded',
    answers: { 202: ordered[202] },
    refuses: [
      ...[refusals.edit_not_allowed, refusals.dead_letter_not_found, refusals.idempotency_key_reused],
      ...[refusals.not_dead('replayed'), overtaken, refusals.key_in_use],
      ...[refusals.invalid_fact('stars must be an integer'), refusals.key_changed('rideId')],
      refusals.fact_unknown('rides.v1'),
    ],
  })
  edit(
    @Caller() { sub: who }: Caller,
    @Once() once: Once,
    @Param('id', { schema: LetterId }) letter: string,
    @Body({ schema: Edit }) edit: Edit,
  ) {
    return once.keep(this.work, async () => told(await this.deadLetters.edit({ ...edit, id: once.id, letter, who })));
  }

  #repair(order: Omit<RepairOrder, 'id'>, dryRun: boolean, once: Once) {
    if (dryRun) return this.deadLetters.plan(order.selection, order.limit);
    return once.keep(this.work, async () => told(await this.deadLetters.repair({ ...order, id: once.id })));
  }
}

function told(repair: RepairRow): Done<RepairRow> {
  return { status: HttpStatus.ACCEPTED, body: repair, location: `/dead-letters/repairs/${repair.id}` };
}
