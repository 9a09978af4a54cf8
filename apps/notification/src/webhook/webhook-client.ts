import { isIP } from 'node:net';
import { NonRetriable } from '@ride/messaging';
import { Agent, buildConnector, request } from 'undici';
import { isPublic, NotPublic, publicLookup } from './public-address.js';
import type { SignedMessage } from './signed-message.js';
import type { Addresses } from './webhook-url.js';

/** Of an answer's body no more than this is read, in bytes, and none of it is looked at. */
const MOST_READ = 4096;
/** The receiver is overloaded, slow or restarting: it may take the same message later. */
const LATER = new Set([408, 425, 429]);

/** It may succeed later. Names no address: the text is kept and logged. */
export class Undelivered extends Error {
  constructor(
    readonly code: 'webhook_timed_out' | 'webhook_unreachable' | 'webhook_fails',
    message: string,
  ) {
    super(message);
  }
}

/** Posts to addresses that strangers have chosen. Follows no redirect. */
export class WebhookClient {
  readonly #agent: Agent;

  /** `answerMs`: how long a receiver may take to answer, in milliseconds. */
  constructor(
    private readonly addresses: Addresses,
    private readonly answerMs: number,
  ) {
    this.#agent = new Agent({ connect: addresses === 'any' ? { timeout: answerMs } : publicOnly(answerMs) });
  }

  /** Resolves when the receiver has it. Throws Undelivered, or NonRetriable when it never will take it at this address. */
  async post(url: string, { headers, body }: SignedMessage, stop: AbortSignal): Promise<void> {
    if (this.addresses === 'public' && new URL(url).protocol !== 'https:') throw refused();
    const signal = AbortSignal.any([stop, AbortSignal.timeout(this.answerMs)]);
    let status: number;
    try {
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher: this.#agent });
      status = answer.statusCode;
      await answer.body.dump({ limit: MOST_READ, signal }).catch(() => undefined);
    } catch (error) {
      stop.throwIfAborted();
      throw error instanceof NotPublic ? refused() : failed(error, this.answerMs);
    }
    judge(status);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** The one gate to the network: numbers are checked here, names when they are looked up for the socket. */
function publicOnly(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, lookup: publicLookup });
  return (options, callback) => {
    if (isIP(options.hostname) !== 0 && !isPublic(options.hostname)) callback(new NotPublic(), null);
    else connect(options, callback);
  };
}

function judge(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status >= 500 || LATER.has(status)) throw new Undelivered('webhook_fails', `the receiver answered ${status}`);
  if (status === 410) throw new NonRetriable('webhook_gone', 'the receiver answered 410 Gone');
  if (status < 400) throw new NonRetriable('webhook_redirects', `the receiver answered ${status}: not followed`);
  throw new NonRetriable('webhook_refuses', `the receiver answered ${status}`);
}

function refused(): NonRetriable {
  return new NonRetriable('webhook_address_refused', 'the address is not a public one, or not https');
}

function failed(error: unknown, answerMs: number): Undelivered {
  const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
  const word = typeof code === 'string' ? code : String(name);
  return /TIMEDOUT|_TIMEOUT$|^TimeoutError$/.test(word)
    ? new Undelivered('webhook_timed_out', `no answer within ${answerMs} ms`)
    : new Undelivered('webhook_unreachable', `not reached: ${word}`);
}
