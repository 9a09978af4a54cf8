import { newPerson } from '../people/person.js';
import { Rider } from '../people/rider.js';
import { forMany } from './many.js';
import type { World } from './world.js';

const AT_ONCE = 16;

/** The riders of a run: whoever has no ride asks for the next one; more come when all are riding. */
export class Riders {
  readonly #all: Rider[] = [];
  readonly #idle: Rider[] = [];

  constructor(private readonly world: World) {}

  get all(): readonly Rider[] {
    return this.#all;
  }

  /** Registers so many before the run begins. Throws Refusal or SimulatorError. */
  async prepare(count: number): Promise<void> {
    const riders = await forMany(Array.from({ length: count }), AT_ONCE, () => this.#new());
    this.#idle.push(...riders);
  }

  /** Lends a rider for one ride. */
  async lend(act: (rider: Rider) => Promise<void>): Promise<void> {
    const rider = this.#idle.shift() ?? (await this.#new());
    await act(rider);
    this.#idle.push(rider);
  }

  async #new(): Promise<Rider> {
    const rider = new Rider(await newPerson(this.world.api, 'rider'), this.world);
    this.#all.push(rider);
    await rider.register(`Rider ${this.#all.length}`);
    return rider;
  }
}
