import { settings } from '@ride/configuration';
import { expelAll } from '../support/expel.js';
import { SourceProcess } from '../support/source-process.js';
import type { Kill } from './kills.js';

/** What a process that waits is told when its turn has come. */
export interface Turn {
  readonly kill: Kill | null;
}

const GROUPS = ['notification', 'notification.retry', 'notification.calls', 'notification.calls.retry'];
/** With load, a point is reached within a second or two. */
const REACHED_WITHIN_MS = 60_000;

/** The service's processes, one after the other. The next one is already there, but hears nothing before its turn. */
export class Lives {
  #next = Lives.#another();
  #current: SourceProcess | undefined;

  /** Resolves when the first can begin: the service's tables are there. */
  ready(): Promise<void> {
    return this.#next.told('waits');
  }

  /** One that lives until it is ended. */
  async begin(kill: Kill | null = null): Promise<SourceProcess> {
    const life = this.#next;
    this.#current = life;
    await life.told('waits');
    this.#next = Lives.#another();
    life.send({ kill } satisfies Turn);
    return life;
  }

  /** One that begins and kills itself. Rejects when it ends in another way, or doesn't come to the point. */
  async die(kill: Kill): Promise<void> {
    const life = await this.begin(kill);
    const timer = new AbortController();
    const why = await Promise.race([life.ended(), late(timer.signal)]);
    timer.abort();
    if (why === 'late')
      throw new Error(
        `nobody came to "${kill.point}" for the ${kill.nth}. time: the load must bring the service there`,
      );
    if (why !== 'SIGKILL') throw new Error(`the service ended by itself (${why}), before "${kill.point}"`);
    await expelDead();
  }

  /** Ends the one that lives, and nobody follows it. */
  async rest(): Promise<void> {
    await this.#current?.end();
    this.#current = undefined;
    await expelDead();
  }

  async end(): Promise<void> {
    await Promise.all([this.#current?.end(), this.#next.end()]);
  }

  static #another(): SourceProcess {
    return SourceProcess.start('../crash/service.ts', {});
  }
}

/** Their groups would wait for the dead for a session's time, 6 seconds each time. */
function expelDead(): Promise<void> {
  const { kafka, namespace } = settings();
  return expelAll(
    kafka.brokers[0]!,
    GROUPS.map((group) => namespace + group),
  );
}

function late(signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), REACHED_WITHIN_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
