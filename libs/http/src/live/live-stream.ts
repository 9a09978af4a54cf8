import type { Passing } from './glimpse.js';

/** One thing said to a person. Numbers of one person begin at 1 and have no gaps; the oldest are not kept. */
export interface LiveUpdate {
  readonly number: number;
  readonly type: string;
  readonly data: object;
}

/** Where the events go: an HTTP response. `write` answers false when the reader is slower than the writer. */
export interface Out {
  write(text: string): boolean;
  once(event: 'drain', then: () => void): unknown;
  /** After what has been written. */
  end(): unknown;
  /** At once. */
  destroy(): unknown;
}

/** Updates after a number, in order, at most PAGE of them. */
export type ReadAfter = (number: number) => Promise<readonly LiveUpdate[]>;
export const PAGE = 200;

/**
 * One open connection of a person: each update once and in order, whichever way it comes. An update that follows the
 * last one sent is written at once; any other shows that some were missed, and those are read from the database.
 */
export class LiveStream {
  #sent = 0;
  #reading = true; // until begin() says where
  #missed = false;
  #slow = false;
  #slowSinceBeat = false;

  /** `until`: when its reader's token expires, UTC milliseconds. */
  constructor(
    private readonly out: Out,
    private readonly readAfter: ReadAfter,
    private readonly until = Infinity,
  ) {}

  /** Goes on after this number. `more`: there are updates after it. */
  async begin(after: number, more: boolean): Promise<void> {
    this.#sent = after;
    this.#reading = false;
    if (more || this.#missed) await this.catchUp();
  }

  /** An update, in whatever order and however often it comes. */
  async offer(update: LiveUpdate): Promise<void> {
    if (this.#reading) this.#missed = true;
    else if (update.number === this.#sent + 1 && !this.#slow) this.#write(update);
    else if (update.number > this.#sent) await this.catchUp();
  }

  /** Something that passes: without a number, so that it is never asked for again. Who reads too slowly does without. */
  pass({ type, data }: Passing): void {
    if (!this.#reading && !this.#slow) this.#send(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The last update that the database has is this one. */
  async isAt(last: number): Promise<void> {
    if (last <= this.#sent) return;
    const isAlone = !this.#reading;
    await this.catchUp();
    // All that the database still has has been sent: what is too old to be kept is not looked for again.
    if (isAlone && !this.#slow) this.#sent = Math.max(this.#sent, last);
  }

  /**
   * Keeps proxies from closing a silent connection. Ends the stream when its reader's token has expired, or they have read
   * nothing for a whole beat: whoever is still there comes back, with a new token, and goes on where they were.
   */
  beat(now = Date.now()): void {
    if (now >= this.until) this.out.end();
    else if (!this.#slow) this.out.write(':\n\n');
    else if (this.#slowSinceBeat) this.out.destroy();
    else this.#slowSinceBeat = true;
  }

  /** Reads and writes what was missed. When the database can't be read, the next update or look tries again. */
  async catchUp(): Promise<void> {
    this.#missed = true;
    if (this.#reading || this.#slow) return;
    this.#reading = true;
    try {
      while (this.#missed && !this.#slow) {
        this.#missed = false;
        const updates = await this.readAfter(this.#sent);
        this.#missed ||= updates.length === PAGE;
        for (const update of updates) if (!this.#slow && update.number > this.#sent) this.#write(update);
      }
    } finally {
      this.#reading = false;
    }
  }

  #write({ number, type, data }: LiveUpdate): void {
    this.#sent = number;
    this.#send(`id: ${number}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #send(text: string): void {
    if (this.out.write(text)) return;
    this.#slow = true; // memory stays bounded: what comes meanwhile is read again when the reader is ready
    this.out.once('drain', () => {
      this.#slow = false;
      this.#slowSinceBeat = false;
      this.catchUp().catch(() => undefined);
    });
  }
}
