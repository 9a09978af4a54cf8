import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { eventually } from '@ride/testing';

/** Bytes after which a connection is lost: sometimes before the answer, mostly in the middle of an event. */
const MOST_BYTES = 500;

/** A phone in a train: its connection is lost again and again, and goes on, after the last event, to any instance. */
export class Phone {
  readonly askedOf = new Set<string>();
  readonly #heard: EventSourceMessage[] = [];
  #cuts = 0;
  #on = true;
  #request: ClientRequest | undefined;

  /** Its connection is lost so many times; the one after that holds. */
  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    private readonly most: number,
  ) {}

  get cuts(): number {
    return this.#cuts;
  }

  turnOn(): void {
    if (!this.#on) return;
    const url = this.urls[Math.floor(Math.random() * this.urls.length)]!;
    this.askedOf.add(url);
    const headers = { authorization: `Bearer ${this.token}`, 'last-event-id': this.#heard.at(-1)?.id ?? '0' };
    this.#request = get(`${url}/events`, { headers, agent: false }, (response) => this.#read(response));
    this.#request.once('close', () => this.turnOn());
    this.#request.on('error', () => undefined); // 'close' follows
    if (this.#cuts < this.most && Math.random() < 0.1) this.#cut();
  }

  turnOff(): void {
    this.#on = false;
    this.#request?.destroy();
  }

  async heard(count: number): Promise<readonly EventSourceMessage[]> {
    return eventually(
      `${count} events`,
      async () => this.#heard,
      (events) => events.length >= count && this.#cuts === this.most,
    );
  }

  #read(response: IncomingMessage): void {
    const parser = createParser({ onEvent: (event) => void this.#heard.push(event) });
    let left = this.#cuts < this.most ? 1 + Math.floor(Math.random() * MOST_BYTES) : Infinity;
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      if (left <= 0) return;
      parser.feed(text.slice(0, left));
      left -= text.length;
      if (left <= 0) this.#cut();
    });
  }

  #cut(): void {
    this.#cuts += 1;
    this.#request?.destroy();
  }
}
