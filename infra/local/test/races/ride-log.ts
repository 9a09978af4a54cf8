import { setTimeout as sleep } from 'node:timers/promises';
import { type Kafka } from 'kafkajs';
import { follow, type LoggedRecord } from '../journey/topics.js';

const LOOK_MS = 20;
const PATIENCE_MS = 10_000;

/** A fact of a ride, as the log has it. */
export interface Logged {
  readonly type: string;
  /** Event time, UTC milliseconds. */
  readonly time: number;
  readonly value: Buffer | null;
}

/** What stands in the log of each ride, in its order, each fact once; followed from the beginning, live. */
export class RideLog {
  readonly #rides = new Map<string, Logged[]>();
  readonly #seen = new Set<string>();
  #stop: () => Promise<void> = () => Promise.resolve();

  static async follow(kafka: Kafka, topic: string): Promise<RideLog> {
    const log = new RideLog();
    log.#stop = await follow(kafka, [topic], (record) => log.#take(record));
    return log;
  }

  of(rideId: string): readonly Logged[] {
    return this.#rides.get(rideId) ?? [];
  }

  /** Resolves when a fact of that type stands in the ride's log, and with it all that came before. */
  async has(rideId: string, type: string): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!this.of(rideId).some((fact) => fact.type === type)) {
      if (Date.now() > until) throw new Error(`${type} of ride ${rideId} is still not in the log.`);
      await sleep(LOOK_MS);
    }
  }

  /** All that was said with that type, the latest last. */
  all(type: string): readonly Logged[] {
    return [...this.#rides.values()].flat().filter((fact) => fact.type === type);
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  #take({ key = '', headers, value }: LoggedRecord): void {
    const id = headers['ce_id'] ?? '';
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const fact = {
      type: (headers['ce_type'] ?? '').replace(/^ride\./, ''),
      time: Date.parse(headers['ce_time'] ?? ''),
      value,
    };
    this.#rides.set(key, [...(this.#rides.get(key) ?? []), fact]);
  }
}
