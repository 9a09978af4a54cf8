import { topology, type Building } from './topology/builder.js';
import { describe, fingerprint } from './topology/describe.js';
import type { Topology } from './topology/node.js';
import { shapeOf, type Shape } from './topology/shape.js';
import { Following } from './growing/following.js';
import type { Found, Health, StartOptions } from './run/running.js';

/** An application over facts: what it makes of them, and how it is run. */
export class Streams {
  readonly shape: Shape;
  #running: Following | undefined;

  constructor(readonly topology: Topology) {
    this.shape = shapeOf(topology);
  }

  get name(): string {
    return this.topology.name;
  }

  /** Changes when its state would mean something else; with the declared partition counts (what is kept is stamped with Kafka's). */
  get fingerprint(): string {
    return fingerprint(this.topology, this.shape);
  }

  /** The graph, its sub-topologies, tasks, internal topics and fingerprint, in words. */
  describe(): string {
    return describe(this.topology, this.shape);
  }

  /** Resolves when it has begun to join its group. Throws TopologyRefused when what stands in Kafka does not fit. */
  async start(options: StartOptions): Promise<void> {
    if (this.#running) throw new Error(`${this.name} runs already`);
    this.#running = await Following.start(this.topology, options);
  }

  /** Its tasks in this process: how they are, how far they have read, what came too late. */
  health(): Health {
    return this.#mustRun().speaking.health();
  }

  /** What a store has under a key: a table's row, or the states of the key's open windows. */
  read(store: string, key: string): Found {
    return this.#mustRun().speaking.read(store, key);
  }

  /** Ends what is under way, commits it, and leaves the group at once. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.stop();
  }

  #mustRun(): Following {
    if (!this.#running) throw new Error(`${this.name} does not run`);
    return this.#running;
  }
}

/** Declares an application; nothing runs yet. Throws TopologyRefused when its parts do not fit together. */
export function streams(name: string, build: (s: Building) => void): Streams {
  return new Streams(topology(name, build));
}
