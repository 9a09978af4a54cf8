import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { RideAccepted } from '@ride/events';
import { v7 } from 'uuid';
import { Saying } from '../../test/support/small-service.js';
import { ended, nextMessage, startChild } from './child.js';
import type { IsolationJob, RunReport, Told } from './isolation-job.js';
import { numbered } from './numbered.js';
import { makeTopic } from './waiting-facts.js';

const TICK_MS = 10;

/** The service of the isolation benchmark, in a process of its own, and whoever says facts to it. */
export class IsolatedService {
  #said = 0;

  private constructor(
    private readonly keys: readonly string[],
    private readonly child: ChildProcess,
    private readonly saying: Saying,
  ) {}

  /** The first key is the one that fails. */
  static async start(keys: readonly string[]): Promise<IsolatedService> {
    await makeTopic();
    const child = startChild<IsolationJob>('isolation', { failing: keys[0]! });
    await nextMessage(child);
    return new IsolatedService(keys, child, await Saying.open());
  }

  /** Resolves when every fact of the run is handled, the failing key's too, which is mended for that. */
  async run(how: { broken: boolean; seconds: number; rate: number }): Promise<RunReport> {
    await this.#tell({ begin: { broken: how.broken } });
    const before = this.#said;
    await this.#say(how.seconds * how.rate, how.rate);
    const ofFailing = this.#failingUntil(this.#said) - this.#failingUntil(before);
    const report = await this.#tell<RunReport>({ others: this.#said - before - ofFailing });
    await this.#tell({ mendedOf: ofFailing });
    return report;
  }

  async stop(): Promise<void> {
    await this.saying.close();
    this.child.kill('SIGTERM');
    await ended(this.child);
  }

  /** A fact's time is when it was due to be said: should this process be late, that counts. */
  async #say(facts: number, rate: number): Promise<void> {
    const perTick = (rate * TICK_MS) / 1000;
    const start = Date.now();
    for (let tick = 0; tick * perTick < facts; tick++) {
      const due = start + tick * TICK_MS;
      await sleep(Math.max(0, due - Date.now()));
      const count = Math.min(facts, Math.floor((tick + 1) * perTick)) - Math.floor(tick * perTick);
      await this.saying.say(Array.from({ length: count }, () => ({ fact: this.#next(), time: due })));
    }
  }

  #next(): ReturnType<typeof RideAccepted> {
    const number = this.#said++;
    return RideAccepted({
      rideId: this.keys[number % this.keys.length]!,
      offerId: numbered(number),
      driverId: v7(),
    });
  }

  /** How many of the first so many facts are of the first key. */
  #failingUntil(facts: number): number {
    return Math.ceil(facts / this.keys.length);
  }

  async #tell<R>(told: Told): Promise<R> {
    const answer = nextMessage<R>(this.child);
    this.child.send(told);
    return await answer;
  }
}
