import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Allow, Caller, Operation, pageOf, pageQuery, problems, Tag, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { MessageList } from './message.shapes.js';
import { messagesOf, unreadOf, type ShownMessage } from './messages.js';
import { markRefusals, ReadMarks } from './read-marks.js';

type Asked = z.infer<typeof Asked>;
const Asked = pageQuery({ usual: 50, most: 100 }).extend({
  unread: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: only messages that are not marked as read' }),
});
type UpTo = z.infer<typeof UpTo>;
const UpTo = z
  .object({ upTo: Uuid.meta({ description: 'the newest message that was read' }) })
  .meta({ id: 'MessagesReadUpTo' });

@Tag('messages', 'What you were told')
@Controller('messages')
@Allow('rider', 'driver')
export class MessageController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly marks: ReadMarks,
  ) {}

  @Get()
  @Operation({
    id: 'listMessages',
    summary: 'Your messages, newest first',
    answers: { 200: { description: 'a page of them', body: MessageList } },
    refuses: [problems.invalid_cursor],
  })
  async list(@Caller() { sub }: Caller, @Query({ schema: Asked }) { unread, ...page }: Asked) {
    const idOf = ({ messageId }: ShownMessage) => messageId;
    const [{ rows, ...next }, count] = await Promise.all([
      pageOf(page, idOf, (slice) => messagesOf(this.work, sub, slice, unread === 'true')),
      unreadOf(this.work, sub),
    ]);
    return { messages: rows, unread: count, ...next };
  }

  @Put('read')
  @Operation({
    id: 'markMessagesReadUpTo',
    summary: 'Mark a message and all older ones as read',
    description: 'Your other devices hear of it by `message.read` on GET /events. Again changes nothing.',
    answers: { 204: { description: 'marked', body: null } },
    refuses: [markRefusals.message_not_found],
  })
  readUpTo(@Caller() { sub, cause }: Caller, @Body({ schema: UpTo }) { upTo }: UpTo): Promise<void> {
    return this.marks.readUpTo(cause, sub, upTo);
  }

  @Put(':messageId/read')
  @Operation({
    id: 'markMessageRead',
    summary: 'Mark a message as read',
    description: 'Your other devices hear of it by `message.read` on GET /events. Again changes nothing.',
    answers: { 204: { description: 'marked', body: null } },
    refuses: [markRefusals.message_not_found],
  })
  read(@Caller() { sub, cause }: Caller, @Param('messageId', { schema: Uuid }) messageId: string): Promise<void> {
    return this.marks.read(cause, sub, messageId);
  }
}
