/** What shall happen instead of the broker's next answer to a produce request. */
export interface Swallow {
  readonly then: 'cut' | 'silence';
  readonly happened: () => void;
}

const PRODUCE = 0;

/** Frames of Kafka's protocol: a size of four bytes, then so many bytes. */
class Frames {
  #rest: Buffer = Buffer.alloc(0);

  *of(bytes: Buffer): Generator<Buffer> {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#rest.length >= 4 && this.#rest.length >= 4 + this.#rest.readInt32BE(0)) {
      const end = 4 + this.#rest.readInt32BE(0);
      yield this.#rest.subarray(4, end);
      this.#rest = this.#rest.subarray(end);
    }
  }
}

/** Follows one connection to a broker, to know which answer belongs to a produce request. Not for other protocols' bytes. */
export class KafkaConversation {
  readonly #requests = new Frames();
  readonly #answers = new Frames();
  #swallow: (Swallow & { readonly correlationId: number }) | null = null;
  #silent = false;

  constructor(private readonly nextSwallow: () => Swallow | null) {}

  asked(bytes: Buffer): 'pass' | 'drop' | 'cut' {
    for (const request of this.#requests.of(bytes)) {
      if (request.length < 8 || request.readInt16BE(0) !== PRODUCE || this.#swallow !== null) continue;
      const swallow = this.nextSwallow();
      if (swallow) this.#swallow = { ...swallow, correlationId: request.readInt32BE(4) };
    }
    return this.#silent ? 'drop' : 'pass';
  }

  answered(bytes: Buffer): 'pass' | 'drop' | 'cut' {
    for (const answer of this.#answers.of(bytes)) {
      if (this.#swallow === null || answer.readInt32BE(0) !== this.#swallow.correlationId) continue;
      const { then, happened } = this.#swallow;
      this.#swallow = null;
      this.#silent = true;
      happened();
      return then === 'cut' ? 'cut' : 'drop';
    }
    return this.#silent ? 'drop' : 'pass';
  }
}
