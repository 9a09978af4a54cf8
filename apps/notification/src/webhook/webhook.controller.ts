import { Body, Controller, Delete, Get, Header, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { settings } from '@ride/configuration';
import { rejections } from '@ride/decider';
import { Allow, Caller, Problem } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { z } from 'zod';
import { whyRefused } from './webhook-url.js';
import { register, unregister, webhookOf, type WebhookRow } from './webhooks.js';

const refusals = rejections({
  webhook_not_found: 'You have no webhook: PUT its address to /webhook.',
  webhook_address_refused:
    'This can’t be a webhook’s address. Give one that begins with https://, has no user name or password in it, ' +
    'and whose host is reached from the internet.',
});

type Told = z.infer<typeof Told>;
const Told = z.object({ url: z.url().max(2000) });

/** Where the caller's messages are posted, beside their inbox. */
@ApiTags('webhook')
@Controller('webhook')
@Allow('rider', 'driver')
export class WebhookController {
  constructor(private readonly work: UnitOfWork) {}

  /** Again: another address, or a new secret. The secret is shown in this answer and never again. */
  @Put()
  @Header('cache-control', 'no-store')
  async register(@Caller() { sub, cause }: Caller, @Body({ schema: Told }) told: Told) {
    const url = new URL(told.url);
    const why = await whyRefused(url, settings().webhooks.addresses);
    if (why !== undefined) {
      const { code, message } = refusals.webhook_address_refused();
      throw new Problem(422, code, `${why} ${message}`);
    }
    const row = await register(this.work, cause, sub, url.href);
    return { ...viewOf(row), secret: row.secret };
  }

  @Get()
  async show(@Caller() { sub }: Caller) {
    const row = await webhookOf(this.work, sub);
    if (row === undefined) throw refusals.webhook_not_found();
    return viewOf(row);
  }

  @Delete()
  @HttpCode(204)
  unregister(@Caller() { sub, cause }: Caller): Promise<void> {
    return unregister(this.work, cause, sub);
  }
}

function viewOf({ url, registeredAt, goneAt }: WebhookRow) {
  return {
    url,
    status: goneAt === null ? 'on' : 'gone',
    registeredAt: registeredAt.toISOString(),
    ...(goneAt && { goneAt: goneAt.toISOString() }),
  };
}
