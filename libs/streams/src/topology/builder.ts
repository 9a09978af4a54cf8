import type { AnyFactType, FactOf } from '@ride/events';
import type { Window, Windows } from '../windows/window.js';
import { tumbling } from '../windows/fixed.js';
import { Plan, type NewNode } from './plan.js';
import type { Preload, StoreKind, Topology } from './node.js';

type DataToSay<F extends AnyFactType> = Parameters<F>[0];

export interface TableOptions {
  readonly preload?: Preload;
}

/** The latest value of each key. Read as of processing: its changes start nothing. */
export interface Table<V> {
  readonly id: string;
  /** For the compiler only. */
  readonly value?: V;
}

interface StoreOptions {
  readonly store: StoreKind;
}

/** What is joined, said or passed on, record by record. */
abstract class Chain {
  constructor(
    protected readonly plan: Plan,
    protected readonly from: string,
  ) {}

  protected add(node: NewNode): string {
    return this.plan.add({ ...node, from: this.from } as NewNode);
  }
}

/** Records with a key. */
export class Flow<V> extends Chain {
  filter(keep: (value: V) => boolean): Flow<V> {
    return new Flow(this.plan, this.add({ is: 'filter', keep }));
  }

  map<W>(map: (value: V) => W): Flow<W> {
    return new Flow(this.plan, this.add({ is: 'map', map }));
  }

  /** A flow for each name: a record goes where the first condition holds, and nowhere when none does. */
  branch<B extends Readonly<Record<string, (value: V) => boolean>>>(branches: B): { readonly [N in keyof B]: Flow<V> } {
    const before: ((value: V) => boolean)[] = [];
    const flows = Object.entries(branches).map(([name, keep]) => {
      const earlier = [...before];
      before.push(keep);
      return [name, this.filter((value) => keep(value) && !earlier.some((other) => other(value)))];
    });
    return Object.fromEntries(flows) as never;
  }

  /** Another key: the records go through a repartition topic, and what follows is another sub-topology. */
  by(name: string, key: (value: V) => string, { partitions }: { partitions?: number } = {}): Flow<V> {
    return new Flow(this.plan, this.add({ is: 'rekey', id: name, key, partitions }));
  }

  /** The row of the record's key, as of processing. Without one: `keep` joins undefined, `drop` drops the record. */
  join<R, W>(
    table: Table<R>,
    how: { missing: 'keep' },
    join: (value: V, row: R | undefined, key: string) => W,
  ): Flow<W>;
  join<R, W>(table: Table<R>, how: { missing: 'drop' }, join: (value: V, row: R, key: string) => W): Flow<W>;
  join<R, W>(
    table: Table<R>,
    { missing }: { missing: 'keep' | 'drop' },
    join: (value: V, row: never, key: string) => W,
  ): Flow<W> {
    return new Flow(this.plan, this.add({ is: 'join', table: table.id, missing, join }));
  }

  /** A number of milliseconds: windows one after the other. `grace`: how long they take records after their end. */
  window(windows: number | Windows<V>, { grace }: { readonly grace: number }): Windowed<V> {
    return new Windowed<V>(this.plan, this.from, typeof windows === 'number' ? tumbling(windows) : windows, grace);
  }

  say<F extends AnyFactType>(fact: F, make: (value: V, key: string) => DataToSay<F>): void {
    this.add({ is: 'say', fact, make: (value: V, key: string) => fact(make(value, key) as never) });
  }
}

export class Windowed<V> extends Chain {
  constructor(
    plan: Plan,
    from: string,
    private readonly windows: Windows<V>,
    private readonly grace: number,
  ) {
    super(plan, from);
  }

  count(name: string, options: StoreOptions): Aggregated<V, number> {
    return this.fold(
      name,
      () => 0,
      (count) => count + 1,
      options,
    );
  }

  /** `add` is pure: it returns a new state and leaves the old one as it is. States are plain JSON. */
  fold<S>(name: string, initial: () => S, add: (state: S, value: V) => S, { store }: StoreOptions): Aggregated<V, S> {
    const { plan, from, windows, grace } = this;
    const add_ = { is: 'aggregate', id: name, from, windows, grace, store, initial, fold: add } as const;
    return new Aggregated((rest) => new Results(plan, plan.add({ ...add_, ...rest } as unknown as NewNode)));
  }
}

type Emitting = { readonly emit: 'closed' | 'updates'; readonly idle: boolean };
type LateHeard = Emitting & { readonly lateFact: AnyFactType; readonly late: unknown };

export class Aggregated<V, S> {
  constructor(private readonly add: (rest: LateHeard) => Results<S>) {}

  /** One result a window, when nothing can change it any more. `idle`: also when nothing flows for size + grace. */
  whenClosed({ idle = false }: { readonly idle?: boolean } = {}): Emitted<V, S> {
    return new Emitted(this.add, { emit: 'closed', idle });
  }

  /** A result whenever one changes. */
  updates(): Emitted<V, S> {
    return new Emitted(this.add, { emit: 'updates', idle: false });
  }
}

export class Emitted<V, S> {
  constructor(
    private readonly add: (rest: LateHeard) => Results<S>,
    private readonly emitting: Emitting,
  ) {}

  /** What is said of a record that comes after the end of a window and its grace: late is never silent. */
  late<F extends AnyFactType>(fact: F, make: (value: V, window: Window, key: string) => DataToSay<F>): Results<S> {
    const late = (value: V, window: Window, key: string) => fact(make(value, window, key) as never);
    return this.add({ ...this.emitting, lateFact: fact, late });
  }
}

/** Results of windows. */
export class Results<S> extends Chain {
  filter(keep: (value: S) => boolean): Results<S> {
    return new Results(this.plan, this.add({ is: 'filter', keep }));
  }

  map<W>(map: (value: S) => W): Results<W> {
    return new Results(this.plan, this.add({ is: 'map', map }));
  }

  join<R, W>(
    table: Table<R>,
    how: { missing: 'keep' },
    join: (value: S, row: R | undefined, key: string) => W,
  ): Results<W>;
  join<R, W>(table: Table<R>, how: { missing: 'drop' }, join: (value: S, row: R, key: string) => W): Results<W>;
  join<R, W>(
    table: Table<R>,
    { missing }: { missing: 'keep' | 'drop' },
    join: (value: S, row: never, key: string) => W,
  ): Results<W> {
    return new Results(this.plan, this.add({ is: 'join', table: table.id, missing, join }));
  }

  say<F extends AnyFactType>(fact: F, make: (window: Window, value: S, key: string) => DataToSay<F>): void {
    const sayResult = (window: Window, value: S, key: string) => fact(make(window, value, key) as never);
    this.add({ is: 'say', fact, make: sayResult });
  }
}

export class Building {
  constructor(private readonly plan: Plan) {}

  from<const F extends readonly [AnyFactType, ...AnyFactType[]]>(...facts: F): Flow<FactOf<F[number]>> {
    return new Flow(this.plan, this.plan.add({ is: 'source', facts }));
  }

  /** The latest fact of each key, or what `value` takes from it; a tombstone forgets the key. */
  table<F extends AnyFactType, V = FactOf<F>['data']>(
    name: string,
    facts: F | readonly F[],
    { preload, value = (fact) => fact.data as V }: TableOptions & { value?: (fact: FactOf<F>) => V } = {},
  ): Table<V> {
    const all = typeof facts === 'function' ? [facts] : facts;
    return { id: this.plan.add({ is: 'table', id: name, facts: all, value, preload }) };
  }
}

/** Declares an application. Throws TopologyRefused when its parts do not fit together. */
export function topology(name: string, build: (s: Building) => void): Topology {
  const plan = new Plan(name);
  build(new Building(plan));
  return plan.topology();
}
