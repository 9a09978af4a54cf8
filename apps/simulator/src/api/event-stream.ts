import type { LiveEvent, RideClient, ServiceName } from '@ride/client';

/** The last event id a new person begins after: before the first, so that nothing can be missed. */
const FROM_THE_BEGINNING = '0';
/** A stream outlives a service that is down for this long. */
const PATIENCE_MS = 120_000;

export interface Listener<S extends ServiceName> {
  readonly heard: (event: LiveEvent<S>) => void;
  /** A broken connection stands again: what was missed comes first. */
  readonly reopened?: () => void;
  /** The service no longer gives this stream. */
  readonly lost?: (reason: unknown) => void;
}

/** A person's live events of one service, from its opening until it is closed. */
export class EventStream<S extends ServiceName> {
  readonly #closed = new AbortController();
  readonly #opened = Promise.withResolvers<void>();

  constructor(
    private readonly client: Pick<RideClient<S>, 'events'>,
    private readonly listener: Listener<S>,
    /** Of the last event that was heard. */
    public lastEventId = FROM_THE_BEGINNING,
  ) {}

  /** Resolves when the first connection stands. Throws RideProblem or NoAnswer. */
  open(): Promise<void> {
    let isOpen = false;
    const { heard, reopened, lost } = this.listener;
    const follow = async () => {
      const onOpen = (again: boolean) => {
        if (again) return reopened?.();
        isOpen = true;
        this.#opened.resolve();
      };
      const { signal } = this.#closed;
      const { lastEventId } = this;
      for await (const event of this.client.events({ lastEventId, signal, onOpen, patienceMs: PATIENCE_MS })) {
        if (signal.aborted) return;
        this.lastEventId = event.id ?? this.lastEventId;
        heard(event);
      }
    };
    follow().catch((error: unknown) => (isOpen ? lost?.(error) : this.#opened.reject(error as Error)));
    return this.#opened.promise;
  }

  close(): void {
    this.#closed.abort();
  }
}
