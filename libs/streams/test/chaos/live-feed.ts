import { setTimeout as sleep } from 'node:timers/promises';
import { Visited } from '../../src/testing/support/shop.js';
import type { ShopWorld } from '../support/shop-world.js';

const AT_ONCE = 100;
const EVERY_MS = 50;
const VISITORS = 500;

/** Visits that go on and on: in disorder, and some too late. */
export class LiveFeed {
  said = 0;
  /** Undefined: the fact's own. */
  #topic: string | undefined;
  #at = 0;
  #isOver = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: ShopWorld,
    private readonly random: () => number,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** When it resolves nothing is written to the topic before any more. */
  async switchTo(topic: string): Promise<void> {
    this.#topic = topic;
    await this.more(2 * AT_ONCE);
  }

  /** Resolves when it has said so many more. */
  async more(count: number): Promise<void> {
    const goal = this.said + count;
    while (this.said < goal && !this.#isOver) await sleep(EVERY_MS);
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      await this.world.sayTo(
        this.#topic,
        ...Array.from({ length: AT_ONCE }, () => [this.#visit(), this.#time()] as const),
      );
      this.said += AT_ONCE;
      await sleep(EVERY_MS);
    }
  }

  #visit() {
    const { random } = this;
    const of = (count: number): number => Math.floor(random() * count);
    return Visited({ shop: `s${of(50)}`, visitor: `v${of(VISITORS)}`, spent: of(9) });
  }

  /** Of a hundred a dozen come up to 4 s late, which the grace takes, and some 30 s: too late. */
  #time(): number {
    this.#at += 5;
    const chance = this.random();
    return Math.max(0, this.#at - (chance < 0.03 ? 30_000 : chance < 0.15 ? Math.floor(this.random() * 4_000) : 0));
  }
}
