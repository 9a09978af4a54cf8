import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, Uuid } from '@ride/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { messagesOf } from './messages.js';

type Page = z.infer<typeof Page>;
const Page = z.object({ limit: z.coerce.number().int().min(1).max(100).default(50), before: Uuid.optional() });

@ApiTags('messages')
@Controller('messages')
@Allow('rider', 'driver')
export class MessageController {
  constructor(private readonly data: DataSource) {}

  /** The caller's, newest first; `next` is there when there may be more: give it as `before`. */
  @Get()
  async list(@Caller() { sub }: Caller, @Query({ schema: Page }) page: Page) {
    const messages = await messagesOf(this.data, sub, page);
    const last = messages.length === page.limit ? messages.at(-1) : undefined;
    return { messages, ...(last && { next: last.messageId }) };
  }
}
