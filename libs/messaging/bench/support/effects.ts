import { setTimeout as sleep } from 'node:timers/promises';

/** What every way of effects is given to do: so many facts wait in the log. */
export interface EffectsJob {
  readonly facts: number;
  /** How long one effect takes, milliseconds. */
  readonly effectMs: number;
  /** Most effects under way at once, for those who can. */
  readonly atOnce: number;
}

/** From the begin of the first effect to the end of the last. */
export interface EffectsTime {
  readonly seconds: number;
}

/** Effects that take their time, and know whether every fact had its own once, each key's one after the other in order. */
export class Effects {
  readonly #last = new Map<string, number>();
  readonly #underWay = new Set<string>();
  readonly #all = Promise.withResolvers<EffectsTime>();
  #began: number | undefined;
  #left: number;

  constructor(private readonly given: EffectsJob) {
    this.#left = given.facts;
  }

  /** `number` rises from fact to fact of a key. */
  async happen(key: string, number: number): Promise<void> {
    this.#began ??= performance.now();
    if (this.#underWay.has(key)) this.#all.reject(new Error(`two effects of ${key} at once`));
    if ((this.#last.get(key) ?? -1) >= number)
      this.#all.reject(new Error(`${key}: ${number} was doubled or came late`));
    this.#underWay.add(key);
    await sleep(this.given.effectMs);
    this.#underWay.delete(key);
    this.#last.set(key, number);
    this.#left -= 1;
    if (this.#left === 0) this.#all.resolve({ seconds: (performance.now() - this.#began) / 1000 });
  }

  /** Rejects when a fact's effect came twice, or out of its key's order. */
  all(): Promise<EffectsTime> {
    return this.#all.promise;
  }
}
