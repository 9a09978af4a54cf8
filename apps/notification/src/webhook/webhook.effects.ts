import { Controller, type OnApplicationShutdown } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { NotificationFailed, NotificationQueued, NotificationSent } from '@ride/events';
import { Effect, NonRetriable, UnitOfWork, type EffectCall, type Heard } from '@ride/messaging';
import { messageToPost, type NewMessage } from '../messages.js';
import { signed } from './signed-message.js';
import { Undelivered, WebhookClient } from './webhook-client.js';
import { switchOff, webhookOf, type WebhookRow } from './webhooks.js';

/** How long a receiver may take to answer, in milliseconds. */
const ANSWER_MS = 10_000;
/** A day later nobody wants to know even that a message came too late. */
const DAY = 86_400_000;
const { retryBackoffMs, rules, webhooks } = settings();

/** Posts to people's webhooks what was written for them. */
@Controller()
export class WebhookEffects implements OnApplicationShutdown {
  readonly #client = new WebhookClient(webhooks.addresses, ANSWER_MS);

  constructor(private readonly work: UnitOfWork) {}

  /**
   * A receiver that doesn't take a message is nothing that operators can repair: that ends as NotificationFailed, never as a
   * dead letter.
   */
  @Effect(
    {
      name: 'webhooks',
      deadlineMs: ANSWER_MS + 5_000,
      greatestAgeMs: DAY,
      atOnce: 50,
      retry: { backoff: retryBackoffMs, whenDead: 'release' },
    },
    NotificationQueued,
  )
  async post(fact: Heard<typeof NotificationQueued>, call: EffectCall) {
    const { recipientId, about, messageId, channel } = fact.data;
    if (channel !== 'webhook') return undefined; // another effect's
    const webhook = await webhookOf(this.work, recipientId);
    if (webhook === undefined || isOff(webhook, call)) return undefined;
    const message = await messageToPost(this.work, messageId);
    if (message === undefined) return undefined;
    const isLate = fact.time < Date.now() - rules.notificationMaxAgeMs;
    const reason = isLate ? 'webhook_too_late' : await this.#whyNot(webhook, message, call);
    const told = { recipientId, about, channel: 'webhook' } as const;
    if (reason === 'webhook_gone') await switchOff(this.work, fact, webhook, call.idempotencyKey);
    return reason === undefined ? NotificationSent(told) : NotificationFailed({ ...told, reason });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#client.close();
  }

  /** Posts it; gives the reason when that is given up. Throws when it is to be tried again. */
  async #whyNot(webhook: WebhookRow, message: NewMessage, call: EffectCall): Promise<string | undefined> {
    try {
      await this.#client.post(webhook.url, signed(message, call.idempotencyKey, webhook.secret), call.signal);
      return undefined;
    } catch (error) {
      const isLast = call.attempt > retryBackoffMs.length;
      if (error instanceof NonRetriable || (error instanceof Undelivered && isLast)) return error.code;
      throw error;
    }
  }
}

/** Off, unless it was this message that found the receiver gone, and the process ended before that could be said. */
function isOff({ goneAt, goneAnswering }: WebhookRow, { idempotencyKey }: EffectCall): boolean {
  return goneAt !== null && goneAnswering !== idempotencyKey;
}
