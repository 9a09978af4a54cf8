import type { Log, Said } from './log.js';

/** How far a service has read: each stream in order and by itself, as its consumer group does. */
export class Reader {
  readonly #upTo = new Map<string, number>();

  constructor(
    private readonly log: Log,
    /** Facts that nobody in the service hears are passed by. */
    private readonly hears: (type: string) => boolean,
  ) {}

  /** Streams of which there is something that it has not read. */
  get unread(): readonly string[] {
    return [...this.log.streams.keys()].filter((stream) => this.#next(stream) !== undefined);
  }

  /** The next record of the stream, which is read by that. */
  read(stream: string): Said | undefined {
    const fact = this.#next(stream);
    if (fact !== undefined) this.#upTo.set(stream, (this.#upTo.get(stream) ?? 0) + 1);
    return fact;
  }

  /** What it has read of a stream. */
  past(stream: string): readonly Said[] {
    return (this.log.streams.get(stream) ?? []).slice(0, this.#upTo.get(stream) ?? 0);
  }

  /** Begins again as far back as that many records: they were read, and not committed as read. */
  goBack(most: number): void {
    for (const [stream, at] of this.#upTo) this.#upTo.set(stream, Math.max(0, at - most));
  }

  #next(stream: string): Said | undefined {
    const facts = this.log.streams.get(stream) ?? [];
    let at = this.#upTo.get(stream) ?? 0;
    while (at < facts.length && !this.hears(facts[at]!.type)) at += 1;
    this.#upTo.set(stream, at);
    return facts[at];
  }
}
