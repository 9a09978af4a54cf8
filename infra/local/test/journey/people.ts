import { randomUUID } from 'node:crypto';
import { type AppName } from '../../src/infrastructure.js';
import { type Settings } from '@ride/configuration';

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
  readonly body: any;
  /** The id that the service gave the request. */
  readonly requestId: string;
}
export interface LiveUpdate {
  readonly type: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
  readonly data: any;
}

/** Services that can be reached. */
export interface Reachable {
  readonly settings: Settings;
}

const PATIENCE_MS = 30_000;

/** Somebody with a token and an app: asks, and hears live updates, and knows nothing else of Ride. */
export class Person {
  readonly requests = new Set<string>();
  readonly #updates: LiveUpdate[] = [];
  readonly #looking = new Set<() => void>();
  readonly #over = new AbortController();
  /** Sent with each request: the app's own trace context. */
  traceparent: string | undefined;

  private constructor(
    private readonly at: Reachable,
    readonly role: 'rider' | 'driver' | 'operator',
    readonly id: string,
    private readonly token: string,
  ) {}

  static async of(at: Reachable, role: Person['role']): Promise<Person> {
    const id = randomUUID();
    const { issuer } = at.settings.identity;
    const response = await fetch(`${issuer}/token`, { method: 'POST', body: JSON.stringify({ role, sub: id }) });
    const { access_token } = (await response.json()) as { access_token: string };
    return new Person(at, role, id, access_token);
  }

  async ask(service: AppName, method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.at.settings.urls[service] + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(this.traceparent !== undefined && { traceparent: this.traceparent }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const requestId = response.headers.get('x-correlation-id') ?? '';
    this.requests.add(requestId);
    return { status: response.status, requestId, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** Opens the live updates of the person's app. */
  async listen(): Promise<void> {
    const { role, token } = this;
    if (role === 'operator') throw new Error('There are no live updates for operators.');
    const response = await fetch(`${this.at.settings.urls[role]}/events`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      signal: this.#over.signal,
    });
    if (response.body === null) throw new Error(`${role}'s live updates: ${response.status}`);
    void this.#read(response.body).catch(() => undefined);
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + piece).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const type = /^event: ?(.*)$/m.exec(block)?.[1];
    const data = /^data: ?(.*)$/m.exec(block)?.[1];
    if (type === undefined || data === undefined) return;
    this.#updates.push({ type, data: JSON.parse(data) as unknown });
    for (const look of [...this.#looking]) look();
  }

  /** The first live update of that type, now or later. */
  async hears(type: string): Promise<LiveUpdate['data']> {
    return (await this.hearsOf(type, (update) => update.type === type)).data;
  }

  /** The first live update that is looked for, now or later; `what` names it. Rejects when the person leaves. */
  hearsOf(what: string, isIt: (update: LiveUpdate) => boolean): Promise<LiveUpdate> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#over;
      const done = (): void => {
        clearTimeout(timer);
        this.#looking.delete(look);
        signal.removeEventListener('abort', left);
      };
      const left = (): void => {
        done();
        reject(new Error(`${this.role} left and had not heard ${what}`));
      };
      const look = (): void => {
        const found = this.#updates.find(isIt);
        if (found === undefined) return;
        done();
        resolve(found);
      };
      const timer = setTimeout(() => {
        const heard = this.#updates.map((update) => update.type).join(', ');
        done();
        reject(new Error(`${this.role} waited for ${what} and heard: ${heard}`));
      }, PATIENCE_MS);
      signal.addEventListener('abort', left);
      this.#looking.add(look);
      look();
    });
  }

  leave(): void {
    this.#over.abort();
  }
}
