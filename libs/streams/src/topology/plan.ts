import type { Node, Topology } from './node.js';
import { TopologyRefused } from './refused.js';

type Optional<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> & Partial<Pick<T, K & keyof T>> : never;
type Loose<T> = T extends unknown
  ? { [K in keyof T]: T[K] extends (...args: never) => unknown ? unknown : T[K] }
  : never;
/** Its functions take what the builder's types have checked. */
export type NewNode = Loose<Optional<Node, 'id' | 'from'>>;

/** They become parts of topic names and of keys in the changelog. */
const NAME = /^[a-z][a-z0-9-]{0,40}$/;

export class Plan {
  readonly #nodes: Node[] = [];

  constructor(private readonly name: string) {
    this.#check(name);
  }

  /** Returns its id: the given name, else one from its place. */
  add(node: NewNode): string {
    const id = node.id ?? `${node.is}-${this.#nodes.length}`;
    if (node.id !== undefined) this.#check(id);
    if (this.#nodes.some((other) => other.id === id))
      throw new TopologyRefused('name_taken', `${this.name}: two of its parts are named ${id}; choose another name.`);
    this.#nodes.push({ ...node, id } as Node);
    return id;
  }

  topology(): Topology {
    return { name: this.name, nodes: this.#nodes };
  }

  #check(name: string): void {
    if (!NAME.test(name))
      throw new TopologyRefused(
        'name_unfit',
        `${JSON.stringify(name)}: a name is a–z, 0–9 and -, beginning with a letter.`,
      );
  }
}
