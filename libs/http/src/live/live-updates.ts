import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { Tx } from '@ride/messaging';
import { logger, type Logger } from '@ride/observability';
import type { FastifyReply } from 'fastify';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { DataSource } from 'typeorm';
import type { Identity } from '../claims.js';
import { FanOut } from './fan-out.js';
import type { Glimpse, Passing } from './glimpse.js';
import { LiveStream, PAGE, type LiveUpdate } from './live-stream.js';
import { forgetOldUpdates } from './retention.js';
import { LiveStreamRow, LiveUpdateRow } from './rows.js';

export const LIVE_SERVICE = Symbol('the service whose live updates these are');
const HEARTBEAT_MS = 15_000;
/** How often the database is asked whether a stream missed something: what Redis loses comes at most this much later. */
const LOOK_MS = 1_000;
const RETRY_MS = 1_000;
const FORGET_MS = 10 * 60_000;

/** Updates for people who watch: said in a unit of work, seen at once by whoever of them has a stream open, on any instance. */
@Injectable()
export class LiveUpdates implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #log: Logger;
  readonly #fanOut: FanOut;
  readonly #open = new Map<string, Map<ServerResponse, LiveStream>>();
  readonly #timers: NodeJS.Timeout[] = [];
  #looking = false;
  #isOver = false;

  constructor(
    @Inject(LIVE_SERVICE) service: string,
    private readonly data: DataSource,
  ) {
    const { redis, namespace } = settings();
    this.#log = logger(service);
    this.#fanOut = new FanOut(redis.url, `${namespace}live:${service}:`, this.#log);
  }

  onModuleInit(): void {
    this.#fanOut.open();
    this.#timers.push(setInterval(() => this.#each((stream) => stream.beat()), HEARTBEAT_MS));
    this.#timers.push(setInterval(() => void this.#look(), LOOK_MS));
    this.#timers.push(setInterval(() => void this.#forget(), FORGET_MS));
    void this.#forget();
  }

  /**
   * Says something to a person, numbered within the Tx by the person's counter row; await each before the next. Leaves
   * when the unit has been committed, and never when it was not.
   */
  async say(tx: Tx, person: string, type: string, data: object): Promise<void> {
    const { last } = (await tx.load(LiveStreamRow, person)) ?? { last: 0 };
    const update: LiveUpdate = { number: last + 1, type, data };
    tx.save(LiveStreamRow, { id: person, last: update.number });
    tx.append(LiveUpdateRow, { id: `${person}:${update.number}`, person, ...update, at: new Date(tx.now) });
    tx.afterCommit(() => {
      this.#deliver(person, update);
      return this.#fanOut.publish(person, update);
    });
  }

  /**
   * Lets a person see something that is so right now, such as where somebody is: at once, if they watch, and for so many
   * milliseconds, if they look. Nothing is stored; an older glimpse than the newest, and all while Redis is away, are lost.
   */
  glimpse(person: string, glimpse: Glimpse, keptMs: number): Promise<void> {
    return this.#fanOut.pass(person, glimpse, keptMs);
  }

  /** The data of the newest glimpse of a thing, while it is kept. */
  async newest(type: string, of: string): Promise<unknown> {
    const data = await this.#fanOut.kept(type, of);
    return data === undefined ? undefined : JSON.parse(data);
  }

  /**
   * Makes the response an event stream of the person's updates, those after `lastEventId` first; without it, from now on.
   * It ends when their token does.
   */
  async stream(reply: FastifyReply, { sub: person, expiresAt }: Identity, lastEventId: string): Promise<void> {
    const response = reply.raw;
    const stream = new LiveStream(response, (after) => this.#readAfter(person, after), expiresAt);
    response.once('close', () => this.#remove(person, response));
    await this.#add(person, response, stream);
    const last = await this.#lastOf(person);
    if (response.destroyed) return;
    const seen = /^\d{1,15}$/.test(lastEventId) ? Math.min(Number(lastEventId), last) : last;
    reply.hijack();
    response.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    if (this.#isOver) return void response.end();
    await stream
      .begin(seen, last > seen)
      .catch((err: unknown) => this.#log.warn({ err }, 'live updates wait for the database'));
  }

  beforeApplicationShutdown(): void {
    this.#isOver = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const streams of this.#open.values()) for (const response of streams.keys()) response.end();
  }

  onApplicationShutdown(): void {
    this.#fanOut.close();
  }

  async #add(person: string, response: ServerResponse, stream: LiveStream): Promise<void> {
    const streams = this.#open.get(person);
    if (streams !== undefined) {
      streams.set(response, stream);
      return;
    }
    this.#open.set(person, new Map([[response, stream]]));
    await this.#fanOut.listen(person, (message) => {
      if ('number' in message) this.#deliver(person, message);
      else this.#pass(person, message);
    });
  }

  #remove(person: string, response: ServerResponse): void {
    const streams = this.#open.get(person);
    streams?.delete(response);
    if (streams?.size !== 0) return;
    this.#open.delete(person);
    this.#fanOut.leave(person);
  }

  #deliver(person: string, update: LiveUpdate): void {
    for (const stream of this.#open.get(person)?.values() ?? []) stream.offer(update).catch(() => undefined); // the next look tries again
  }

  #pass(person: string, passing: Passing): void {
    for (const stream of this.#open.get(person)?.values() ?? []) stream.pass(passing);
  }

  #each(act: (stream: LiveStream) => void): void {
    for (const streams of this.#open.values()) for (const stream of streams.values()) act(stream);
  }

  /** One question for all streams. */
  async #look(): Promise<void> {
    if (this.#looking || this.#open.size === 0) return;
    this.#looking = true;
    try {
      const counters = await this.data.query<{ id: string; last: string }[]>(
        'SELECT id, last FROM live_stream WHERE id = ANY($1::uuid[])',
        [[...this.#open.keys()]],
      );
      await Promise.all(
        counters.flatMap(({ id, last }) =>
          [...(this.#open.get(id)?.values() ?? [])].map((stream) => stream.isAt(Number(last))),
        ),
      );
    } catch (err) {
      this.#log.warn({ err }, 'live updates can’t be read');
    } finally {
      this.#looking = false;
    }
  }

  async #forget(): Promise<void> {
    await forgetOldUpdates(this.data).catch((err: unknown) =>
      this.#log.warn({ err }, 'old live updates can’t be deleted: tried again in ten minutes'),
    );
  }

  async #lastOf(person: string): Promise<number> {
    const [counter] = await this.data.query<{ last: string }[]>('SELECT last FROM live_stream WHERE id = $1', [person]);
    return Number(counter?.last ?? 0);
  }

  async #readAfter(person: string, after: number): Promise<readonly LiveUpdate[]> {
    const rows = await this.data.query<{ number: string; type: string; data: object }[]>(
      'SELECT number, type, data FROM live_update WHERE person = $1 AND number > $2 ORDER BY number LIMIT $3',
      [person, after, PAGE],
    );
    return rows.map(({ number, ...update }) => ({ number: Number(number), ...update }));
  }
}
