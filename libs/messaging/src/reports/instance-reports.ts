import { hostname } from 'node:os';
import { InstanceReported, physicalTopic, type Service } from '@ride/events';
import { v7 } from 'uuid';
import type { Probes } from '../health/probes.js';
import { CarefulProducer } from '../log/careful-producer.js';
import { StoredHeaders } from '../log/header-bytes.js';
import type { Log } from '../log/port.js';
import type { RelayHealth } from '../relay/options.js';
import type { Envelope } from '../unit/outgoing.js';
import type { DeliveryCounting } from './delivery-counts.js';
import { EventLoop } from './event-loop.js';

const EVERY_MS = 2_000;
/** The last report is worth waiting for so long. */
const LAST_MS = 1_000;

export interface InstanceReportsOptions {
  readonly service: Service;
  readonly namespace: string;
  readonly version: string;
  readonly log: Log;
  readonly envelope: Envelope;
  readonly probes: Probes;
  readonly counts: DeliveryCounting;
  readonly relay: () => Pick<RelayHealth, 'oldestMs' | 'refused'>;
  /** How many faults are switched on. */
  readonly breaks: () => number;
}

type State = Parameters<typeof InstanceReported>[0]['state'];

/**
 * Says every 2 s that this instance lives, and how it is. It keeps nobody waiting and is nobody's trouble: a report that can't be
 * sent is dropped, and its producer is its own, so that it never stands before what matters.
 */
export class InstanceReports {
  readonly #instanceId = v7();
  readonly #startedAt = Math.round(performance.timeOrigin);
  readonly #producer: CarefulProducer;
  readonly #loop = new EventLoop();
  #timer: NodeJS.Timeout | null = null;
  #sending: Promise<void> | null = null;

  constructor(private readonly options: InstanceReportsOptions) {
    this.#producer = new CarefulProducer(options.log);
  }

  start(): void {
    this.#loop.start();
    this.#timer = setInterval(() => this.#report(), EVERY_MS).unref();
    this.#report();
  }

  /** Says that it has ended, if that can be said soon. */
  async stop(): Promise<void> {
    if (this.#timer === null) return;
    clearInterval(this.#timer);
    const last = (async () => {
      await this.#sending;
      await this.#send('stopped');
    })();
    await Promise.race([last, new Promise((resolve) => setTimeout(resolve, LAST_MS).unref())]);
    this.#loop.stop();
    await this.#producer.close();
  }

  /** While one is on its way, the next is left out. */
  #report(): void {
    this.#sending ??= this.#send().finally(() => (this.#sending = null));
  }

  async #send(state?: State): Promise<void> {
    const { envelope, namespace } = this.options;
    try {
      const cause = { id: this.#instanceId, correlationId: this.#instanceId };
      const { topic, key, headers, value } = envelope.seal(this.#fact(state), cause, Date.now());
      const record = { topic: physicalTopic(topic, namespace), key, value, headers: new StoredHeaders(headers) };
      await this.#producer.send([record]);
    } catch {
      // Dropped. That the broker is away is told by those who need it.
    }
  }

  #fact(state: State | undefined): ReturnType<typeof InstanceReported> {
    const { service, version, probes, counts, relay, breaks } = this.options;
    const { troubles } = probes.ready();
    const { oldestMs, refused } = relay();
    return InstanceReported({
      instanceId: this.#instanceId,
      service,
      host: hostname(),
      pid: process.pid,
      version,
      startedAt: this.#startedAt,
      state: state ?? (troubles.length === 0 ? 'ready' : 'troubled'),
      troubles: [...new Set(troubles.map(({ code }) => code))].join(','),
      eventLoopDelay: this.#loop.longest(),
      rss: process.memoryUsage.rss(),
      breaks: breaks(),
      outboxOldest: Math.round((oldestMs ?? 0) / 100) / 10,
      outboxRefused: refused,
      ...counts.last,
    });
  }
}
