import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Put } from '@nestjs/common';
import {
  breakRefusals as refusals,
  Breaks,
  UnitOfWork,
  type Breakables,
  type Held,
  type Poisoned,
} from '@ride/messaging';
import { Allow } from '../allow.js';
import { Once } from '../idempotency/once.js';
import { Operation } from '../openapi/operation.js';
import { Tag } from '../openapi/tag.js';
import { BreakId, NewBreak, NewPoison, Subscription } from './requests.js';
import { BreakList, MadeBreak, SentPoison } from './shapes.js';

const subscriptionUnknown = () => refusals.subscription_not_found(['booking']);

/** What operators break on purpose, to see what becomes of it. Exists only where RIDE_BREAKS is on. */
@Tag('breaks', 'For operators of a local stack (RIDE_BREAKS=on): what is broken on purpose, to see what becomes of it')
@Controller('breaks')
@Allow('operator')
export class BreaksController {
  constructor(
    private readonly breaks: Breaks,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Operation({
    id: 'listBreaks',
    summary: 'What is broken, and what can be',
    answers: { 200: { description: 'of all instances of the service', body: BreakList } },
  })
  list(): Promise<Breakables & Held> {
    return this.breaks.list();
  }

  @Post()
  @Operation({
    id: 'breakHandler',
    summary: 'Break a handler: it fails, or is slow',
    description: 'Holds for every instance within a second, and survives a restart.',
    answers: { 201: { description: 'broken', body: MadeBreak } },
    refuses: [
      () => refusals.handler_unknown(['BookingHandlers.follow']),
      () => refusals.delay_too_long('BookingHandlers.follow'),
    ],
  })
  add(@Once() once: Once, @Body({ schema: NewBreak }) asked: NewBreak) {
    const { handler, kind, times = null, key = null } = asked;
    const delayMs = asked.kind === 'slow' ? asked.delayMs : null;
    return once.keep(this.work, async () => ({
      status: HttpStatus.CREATED,
      body: await this.breaks.add({ id: once.id, handler, kind, times, key, delayMs }),
    }));
  }

  @Delete(':breakId')
  @Operation({
    id: 'mendHandler',
    summary: 'Take a break away',
    answers: { 204: { description: 'it breaks nothing any more', body: null } },
    refuses: [refusals.break_not_found],
  })
  remove(@Param('breakId', { schema: BreakId }) breakId: string): Promise<void> {
    return this.breaks.remove(breakId);
  }

  @Put('paused/:subscription')
  @Operation({
    id: 'pauseSubscription',
    summary: 'Have a subscription hear nothing',
    answers: { 204: { description: 'its consumers are paused', body: null } },
    refuses: [subscriptionUnknown],
  })
  pause(@Param('subscription', { schema: Subscription }) subscription: string): Promise<void> {
    return this.breaks.pause(subscription);
  }

  @Delete('paused/:subscription')
  @Operation({
    id: 'resumeSubscription',
    summary: 'Have it hear again what waits, in its order',
    answers: { 204: { description: 'its consumers go on', body: null } },
    refuses: [subscriptionUnknown],
  })
  resume(@Param('subscription', { schema: Subscription }) subscription: string): Promise<void> {
    return this.breaks.resume(subscription);
  }

  @Post('poison')
  @Operation({
    id: 'sendPoison',
    summary: 'Send a record that nobody can decode',
    description: 'Every service that hears such a fact gets a dead letter; of a real key, its facts wait behind it.',
    answers: { 202: { description: 'it is in the log', body: SentPoison } },
    refuses: [() => refusals.topic_not_heard(['rides.v1'])],
  })
  poison(@Once() once: Once, @Body({ schema: NewPoison }) { topic, key }: NewPoison) {
    return once.keep<Poisoned>(this.work, async () => ({
      status: HttpStatus.ACCEPTED,
      body: await this.breaks.poison(once.id, topic, key),
    }));
  }
}
