import { setTimeout as sleep } from 'node:timers/promises';
import type { Saying } from '../support/small-service.js';
import { sayable, type Fact, type Kind } from './facts.js';

const KEYS = 20;
const AT_ONCE = 10;
const EVERY_MS = 100;
/** So much for each process; one that is slow, since others died, is only kept busy then. */
const FOR_EACH = 200;
const THEN_EVERY_MS = 300;
/** Keys that end with a fact that nobody can handle. */
const HOPELESS = 2;

/** Facts that are said from its start to its end, in turn about each of some keys that no other load has. */
export class Load {
  readonly said: Fact[] = [];
  readonly #counts: number[] = Array.from({ length: KEYS }, () => 0);
  readonly #ending = new AbortController();
  #going: Promise<void> | undefined;
  #turn = 0;
  #left = FOR_EACH;

  /** `nth`: of the loads of this run, from 0. */
  constructor(
    private readonly saying: Saying,
    private readonly nth: number,
  ) {}

  start(): void {
    this.#going = this.#go();
    this.#going.catch(() => undefined); // told by stop
  }

  /** A process follows another. */
  goOn(): void {
    this.#left = FOR_EACH;
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#going;
  }

  /** Stops with its last words; resolves when they are in the log. */
  async end(): Promise<void> {
    await this.stop();
    await this.#say(Array.from({ length: HOPELESS }, (_, key) => this.#next(key, 'hopeless')));
  }

  async #go(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      await this.#say(Array.from({ length: AT_ONCE }, () => this.#next(this.#turn++ % KEYS)));
      this.#left -= AT_ONCE;
      await sleep(this.#left > 0 ? EVERY_MS : THEN_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  #next(key: number, kind?: Kind): Fact {
    const number = this.#counts[key]!++;
    return { key: this.nth * KEYS + key, number, kind: kind ?? kindOf(key + number) };
  }

  async #say(facts: readonly Fact[]): Promise<void> {
    await this.saying.say(facts.map(sayable));
    this.said.push(...facts);
  }
}

/** Something is always to be tried again, and to be replayed. */
function kindOf(turn: number): Kind {
  if (turn % 20 === 7) return 'late';
  return turn % 50 === 13 ? 'refused' : 'plain';
}
