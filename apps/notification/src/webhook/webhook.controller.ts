import { Body, Controller, Delete, Get, Header, Put } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { rejections } from '@ride/decider';
import { Allow, Caller, Operation, Problem, Tag, Time } from '@ride/http';
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
const Told = z
  .object({ url: z.url().max(2000) })
  .meta({ id: 'WebhookRegistration', examples: [{ url: 'https://example.com/ride' }] });
const Shown = z
  .object({
    url: z.string(),
    status: z.enum(['on', 'gone']).meta({ description: 'gone: it answered 410, and nothing is posted any more' }),
    registeredAt: Time,
    goneAt: Time.optional(),
  })
  .meta({
    id: 'Webhook',
    examples: [{ url: 'https://example.com/ride', status: 'on', registeredAt: '2026-11-25T04:12:08.120Z' }],
  });
const Registered = Shown.extend({
  secret: z.string().meta({ description: 'signs what is posted (Standard Webhooks); shown now and never again' }),
}).meta({ id: 'RegisteredWebhook' });

/** Where the caller's messages are posted, beside their inbox. */
@Tag('webhook', 'Where your messages are posted, beside your inbox')
@Controller('webhook')
@Allow('rider', 'driver')
export class WebhookController {
  constructor(private readonly work: UnitOfWork) {}

  @Put()
  @Operation({
    id: 'registerWebhook',
    summary: 'Say where to post your messages',
    description: 'Again: another address, or a new secret.',
    answers: { 200: { description: 'messages are posted there from now on', body: Registered } },
    refuses: [refusals.webhook_address_refused],
  })
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
  @Operation({
    id: 'getWebhook',
    summary: 'Where your messages are posted',
    answers: { 200: { description: 'the webhook', body: Shown } },
    refuses: [refusals.webhook_not_found],
  })
  async show(@Caller() { sub }: Caller) {
    const row = await webhookOf(this.work, sub);
    if (row === undefined) throw refusals.webhook_not_found();
    return viewOf(row);
  }

  @Delete()
  @Operation({
    id: 'removeWebhook',
    summary: 'Post no more messages',
    answers: { 204: { description: 'nothing is posted any more', body: null } },
  })
  unregister(@Caller() { sub, cause }: Caller): Promise<void> {
    return unregister(this.work, cause, sub);
  }
}

function viewOf({ url, registeredAt, goneAt }: WebhookRow) {
  return {
    url,
    status: goneAt === null ? ('on' as const) : ('gone' as const),
    registeredAt: registeredAt.toISOString(),
    ...(goneAt && { goneAt: goneAt.toISOString() }),
  };
}
