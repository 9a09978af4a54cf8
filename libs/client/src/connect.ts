import createClient, { type Client as Calls } from 'openapi-fetch';
import { follow, type Following } from './events.js';
import { patiently, type Patience } from './patience.js';
import type { ApiName, LiveEvent, Paths } from './services.js';

export interface ConnectOptions {
  /** Where the service is, such as `https://rider.example`. */
  readonly url: string;
  /**
   * The access token, or how to get one; asked before each request, so that a new one can follow an old one. None is needed
   * for what is for everyone.
   */
  readonly token?: string | (() => string | Promise<string>);
  /** So long a request is sent again that was not answered, milliseconds (30,000). */
  readonly patienceMs?: number;
  /** One attempt may take so long, milliseconds (20,000). */
  readonly attemptMs?: number;
  /** What sends a request; `fetch` by default. */
  readonly fetch?: Patience['fetch'];
  readonly onAttempt?: Patience['onAttempt'];
}

/** A service's routes, as openapi-fetch calls them (`GET`, `POST`, …), and its live events. */
export interface RideClient<S extends ApiName> extends Pick<Calls<Paths<S>>, 'GET' | 'PUT' | 'POST' | 'DELETE'> {
  /** The caller's live events, each once and in order, over as many connections as it takes. */
  events(following?: Following): AsyncIterable<LiveEvent<S>>;
}

/**
 * A typed client of a service. Requests that are not answered, or with 429, 502, 503 or 504, are sent again, with the same
 * Idempotency-Key: each POST gets one of its own, unless it brings one. `answerOf(client.GET(…))` throws what is an error.
 */
export function connect<S extends ApiName>(_: S, options: ConnectOptions): RideClient<S> {
  const { url, token, onAttempt } = options;
  const patience: Patience = {
    patienceMs: options.patienceMs ?? 30_000,
    attemptMs: options.attemptMs ?? 20_000,
    fetch: options.fetch ?? ((request) => fetch(request)),
    onAttempt,
  };
  const authorization = async (): Promise<Record<string, string>> => {
    const now = typeof token === 'function' ? await token() : token;
    return now === undefined ? {} : { authorization: `Bearer ${now}` };
  };
  const baseUrl = url.replace(/\/+$/, '');
  const calls = createClient<Paths<S>>({ baseUrl, fetch: (request) => patiently(request, patience) });
  calls.use({
    async onRequest({ request }) {
      for (const [name, value] of Object.entries(await authorization())) request.headers.set(name, value);
      if (request.method === 'POST' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return {
    GET: calls.GET,
    PUT: calls.PUT,
    POST: calls.POST,
    DELETE: calls.DELETE,
    events: (following = {}) => follow<LiveEvent<S>>({ url: `${baseUrl}/events`, authorization, patience }, following),
  };
}
