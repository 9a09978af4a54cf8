import type { ClientRequest, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Edge } from './http.js';
import { backoffMs, NoAnswer, patiently } from './patience.js';
import { refusalOf } from './problem.js';
import { SseParser, type ServerSentEvent } from './sse-parser.js';

/** The services send a comment every 15 s: a connection that is silent for longer is dead. */
const SILENT_MS = 45_000;

export interface Listener {
  readonly heard: (event: ServerSentEvent) => void;
  /** A broken connection stands again: what was missed comes first, by Last-Event-ID. */
  readonly reopened?: () => void;
  /** The service no longer gives this stream. */
  readonly lost?: (reason: unknown) => void;
}

interface Place {
  readonly edge: Edge;
  readonly path: string;
  readonly token: string;
  /** Go on after this event; '0' is before the first. */
  readonly lastEventId: string;
  readonly patienceMs: number;
}

/** A person's live updates: each once, in order, over as many connections as it takes. */
export class EventStream {
  readonly #parser: SseParser;
  readonly #closed = new AbortController();
  #request: ClientRequest | undefined;

  constructor(
    private readonly place: Place,
    private readonly listener: Listener,
  ) {
    this.#parser = new SseParser(place.lastEventId);
  }

  get lastEventId(): string {
    return this.#parser.lastEventId;
  }

  /** Resolves when the first connection stands. Throws Refusal, or SimulatorError when patience ends. */
  async open(): Promise<void> {
    const first = await patiently(() => this.#connect(), this.#patience());
    void this.#follow(first);
  }

  close(): void {
    this.#closed.abort();
    this.#request?.destroy();
  }

  async #follow(first: IncomingMessage): Promise<void> {
    let response = first;
    try {
      for (;;) {
        await this.#read(response);
        if (this.#closed.signal.aborted) return;
        await sleep(backoffMs(2), undefined, { signal: this.#closed.signal });
        this.#parser.reset();
        response = await patiently(() => this.#connect(), this.#patience());
        this.listener.reopened?.();
      }
    } catch (error) {
      if (!this.#closed.signal.aborted) this.listener.lost?.(error);
    }
  }

  #connect(): Promise<IncomingMessage> {
    const { edge, path, token } = this.place;
    const request = edge.stream(path, {
      authorization: `Bearer ${token}`,
      ...(this.lastEventId !== '' && { 'last-event-id': this.lastEventId }),
    });
    this.#request = request;
    const what = `GET ${edge.base}${path}`;
    return new Promise((resolve, reject) => {
      request.setTimeout(SILENT_MS, () => request.destroy(new Error('silent for too long')));
      request.once('error', (error) => reject(new NoAnswer(`${what}: ${error.message}`, 0, { cause: error })));
      request.once('response', (response) => {
        const status = response.statusCode ?? 0;
        if (status === 200) return resolve(response);
        response.resume();
        reject(
          status >= 500 || status === 429 ? new NoAnswer(`${what}: ${status}`) : refusalOf(what, status, undefined),
        );
      });
      request.end();
    });
  }

  /** Resolves when the connection is over, however it ended. */
  #read(response: IncomingMessage): Promise<void> {
    if (response.closed) return Promise.resolve();
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      for (const event of this.#parser.push(text)) if (!this.#closed.signal.aborted) this.listener.heard(event);
    });
    response.on('error', () => undefined); // 'close' follows
    return new Promise((resolve) => response.once('close', resolve));
  }

  #patience() {
    return { patienceMs: this.place.patienceMs, signal: this.#closed.signal };
  }
}
