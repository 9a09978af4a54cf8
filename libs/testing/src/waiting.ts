/** Things that arrive one by one, and tests that wait for one of them. */
export class Arrivals<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<() => void>();
  #wrong: Error | undefined;

  constructor(private readonly describe: (one: T) => string) {}

  add(one: T): void {
    this.all.push(one);
    for (const look of [...this.#waiting]) look();
  }

  /** Something came that must not: whoever waits, or will, is told so. */
  fail(wrong: Error): void {
    this.#wrong ??= wrong;
    for (const look of [...this.#waiting]) look();
  }

  /** The first that fits, now or later; after `patience` milliseconds it rejects and says what did arrive. */
  first<S extends T>(what: string, fits: (one: T) => one is S, patience?: number): Promise<S>;
  first(what: string, fits: (one: T) => boolean, patience?: number): Promise<T>;
  first(what: string, fits: (one: T) => boolean, patience = 20_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.all.find(fits);
        if (found === undefined && this.#wrong === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        if (this.#wrong !== undefined) reject(this.#wrong);
        else resolve(found!);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        const seen = this.all.map((one) => `\n  ${this.describe(one)}`).join('') || ' nothing';
        reject(new Error(`waited ${patience} ms for ${what}; there was:${seen}`));
      }, patience);
      this.#waiting.add(look);
      look();
    });
  }
}

/** Asks again and again until the answer fits; for what says nothing when it changes. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  patience = 20_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`waited ${patience} ms for ${what}; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
