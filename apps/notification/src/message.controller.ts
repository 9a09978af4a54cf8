import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, pageOf, pageQuery, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { messagesOf, unreadOf, type ShownMessage } from './messages.js';
import { ReadMarks } from './read-marks.js';

type Asked = z.infer<typeof Asked>;
const Asked = pageQuery({ usual: 50, most: 100 }).extend({
  unread: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: only messages that are not marked as read' }),
});
type UpTo = z.infer<typeof UpTo>;
const UpTo = z.object({ upTo: Uuid.meta({ description: 'the newest message that was read' }) });

@ApiTags('messages')
@Controller('messages')
@Allow('rider', 'driver')
export class MessageController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly marks: ReadMarks,
  ) {}

  /** `next` is there when there are more: give it as `cursor`. `unread` counts all that are, on this page or not. */
  @Get()
  @ApiOperation({ operationId: 'listMessages', summary: 'Your messages, newest first' })
  async list(@Caller() { sub }: Caller, @Query({ schema: Asked }) { unread, ...page }: Asked) {
    const idOf = ({ messageId }: ShownMessage) => messageId;
    const [{ rows, ...next }, count] = await Promise.all([
      pageOf(page, idOf, (slice) => messagesOf(this.work, sub, slice, unread === 'true')),
      unreadOf(this.work, sub),
    ]);
    return { messages: rows, unread: count, ...next };
  }

  @Put('read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'markMessagesReadUpTo', summary: 'Marks a message and all older ones as read' })
  readUpTo(@Caller() { sub, cause }: Caller, @Body({ schema: UpTo }) { upTo }: UpTo): Promise<void> {
    return this.marks.readUpTo(cause, sub, upTo);
  }

  @Put(':messageId/read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'markMessageRead', summary: 'Marks a message as read' })
  read(@Caller() { sub, cause }: Caller, @Param('messageId', { schema: Uuid }) messageId: string): Promise<void> {
    return this.marks.read(cause, sub, messageId);
  }
}
