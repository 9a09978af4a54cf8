import { createParser } from 'eventsource-parser';
import { backoffMs, pause, patiently, type Patience } from './patience.js';
import { problemIn } from './problem.js';

export interface Following {
  /** Go on after this event; '0' is before the first. Without it, from now on. */
  readonly lastEventId?: string;
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
  /** Instead of the client's own: a stream may be waited for longer than an answer, milliseconds. */
  readonly patienceMs?: number;
  /** A connection stands: the first, or (`again`) one after another was lost. What was missed comes next. */
  readonly onOpen?: (again: boolean) => void;
}

interface Place {
  readonly url: string;
  readonly authorization: () => Promise<Record<string, string>>;
  readonly patience: Patience;
}
interface Event {
  readonly type: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** The services send a comment every 15 s: a connection that is silent for longer is dead. */
const SILENT_MS = 45_000;

/** Throws RideProblem when the service refuses the stream, NoAnswer when it can't be reached for as long as patience lasts. */
export async function* follow<E>(at: Place, following: Following): AsyncGenerator<E> {
  const { signal, onOpen, lastEventId, patienceMs = at.patience.patienceMs } = following;
  const place = { ...at, patience: { ...at.patience, patienceMs } };
  const closed = signal ?? new AbortController().signal;
  let last = lastEventId;
  try {
    for (let connections = 1; ; connections++) {
      const connection = new Connection(closed);
      try {
        const body = await connection.open(place, last);
        onOpen?.(connections > 1);
        for await (const event of connection.eventsIn(body)) {
          last = event.id ?? last;
          yield event as E;
        }
      } finally {
        connection.close();
      }
      await pause(backoffMs(2), closed);
    }
  } catch (error) {
    if (!closed.aborted) throw error;
  }
}

/** One of the connections that a stream takes. */
class Connection {
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(closed: AbortSignal) {
    this.#signal = AbortSignal.any([closed, this.#over.signal]);
  }

  async open({ url, authorization, patience }: Place, last: string | undefined): Promise<ReadableStream<Uint8Array>> {
    const headers = {
      accept: 'text/event-stream',
      ...(await authorization()),
      ...(last !== undefined && { 'last-event-id': last }),
    };
    // An attempt is over when it is answered; the stream itself goes on.
    const request = new Request(url, { headers, signal: this.#signal });
    const response = await patiently(request, { ...patience, attemptMs: 2 ** 31 - 1 });
    if (!response.ok || response.body === null)
      throw problemIn(response.status, await response.json().catch(() => null));
    return response.body;
  }

  /** Ends when the connection is lost. */
  async *eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
    const heard: Event[] = [];
    const parser = createParser({
      onEvent: ({ event = 'message', id, data }) => heard.push({ type: event, id, data: JSON.parse(data) as unknown }),
    });
    const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
    for (;;) {
      this.#hearAgain();
      const piece = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
      if (piece.done) return;
      parser.feed(piece.value);
      yield* heard.splice(0);
    }
  }

  close(): void {
    clearTimeout(this.#silence);
    this.#over.abort();
  }

  #hearAgain(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#over.abort(), SILENT_MS);
  }
}
