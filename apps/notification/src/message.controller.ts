import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, pageOf, pageQuery } from '@ride/http';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { messagesOf, type ShownMessage } from './messages.js';

type Page = z.infer<typeof Page>;
const Page = pageQuery({ usual: 50, most: 100 });

@ApiTags('messages')
@Controller('messages')
@Allow('rider', 'driver')
export class MessageController {
  constructor(private readonly data: DataSource) {}

  /** The caller's, newest first; `next` is there when there are more: give it as `cursor`. */
  @Get()
  async list(@Caller() { sub }: Caller, @Query({ schema: Page }) page: Page) {
    const idOf = ({ messageId }: ShownMessage) => messageId;
    const { rows, ...next } = await pageOf(page, idOf, (slice) => messagesOf(this.data, sub, slice));
    return { messages: rows, ...next };
  }
}
