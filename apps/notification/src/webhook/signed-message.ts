import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { NewMessage } from '../messages.js';

/** The key of the HMAC, 32 random bytes, as https://www.standardwebhooks.com writes it. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

export interface SignedMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as a request of Standard Webhooks. The body depends on the message alone: each attempt sends the same. */
export function signed(message: NewMessage, id: string, secret: string, now = new Date()): SignedMessage {
  const body = JSON.stringify({ type: 'message.new', timestamp: message.sentAt, data: message });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Ride-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
  };
}
