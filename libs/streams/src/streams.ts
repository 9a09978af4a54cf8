import { topology, type Building } from './topology/builder.js';
import { describe, fingerprint } from './topology/describe.js';
import type { Topology } from './topology/node.js';
import { shapeOf, type Shape } from './topology/shape.js';

/** An application over facts: what it makes of them, and how it is run. */
export class Streams {
  readonly shape: Shape;

  constructor(readonly topology: Topology) {
    this.shape = shapeOf(topology);
  }

  get name(): string {
    return this.topology.name;
  }

  /** Changes when its state would mean something else. */
  get fingerprint(): string {
    return fingerprint(this.topology, this.shape);
  }

  /** The graph, its sub-topologies, tasks, internal topics and fingerprint, in words. */
  describe(): string {
    return describe(this.topology, this.shape);
  }
}

/** Declares an application; nothing runs yet. Throws TopologyRefused when its parts do not fit together. */
export function streams(name: string, build: (s: Building) => void): Streams {
  return new Streams(topology(name, build));
}
