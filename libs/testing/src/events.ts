import { Arrivals } from './waiting.js';

/** One server-sent event. */
export interface LiveEvent {
  readonly id: string | undefined;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An open stream of server-sent events, read as an app would read it. */
export class LiveEvents {
  readonly arrived = new Arrivals<LiveEvent>((event) => `${event.id} ${event.type} ${JSON.stringify(event.data)}`);
  readonly #abort = new AbortController();

  private constructor(private readonly check: (event: LiveEvent) => void) {}

  /** Resolves when the stream is open. What `check` throws about an event is thrown at whoever waits for one. */
  static async open(
    url: string,
    token: string,
    lastEventId?: string,
    check: (event: LiveEvent) => void = () => undefined,
  ): Promise<LiveEvents> {
    const events = new LiveEvents(check);
    const response = await fetch(url, {
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'text/event-stream',
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      signal: events.#abort.signal,
    });
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    void events.#read(response.body).catch(() => undefined);
    return events;
  }

  /** The first event of that type that fits, now or later. */
  first(type: string, fits: (data: LiveEvent['data']) => boolean = () => true): Promise<LiveEvent> {
    return this.arrived.first(type, (event) => event.type === type && fits(event.data));
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart());
    }
    const data = fields.get('data');
    if (data === undefined) return;
    const event: LiveEvent = {
      id: fields.get('id'),
      type: fields.get('event') ?? 'message',
      data: JSON.parse(data) as LiveEvent['data'],
    };
    try {
      this.check(event);
    } catch (error) {
      this.arrived.fail(error as Error);
    }
    this.arrived.add(event);
  }
}
