/** How a handler can be broken: it fails; it fails and is not tried again; it takes longer. */
export const BREAK_KINDS = ['fail', 'fail_for_good', 'slow'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

export interface BreakOrder {
  /** A UUID of whoever orders it: ordered again, it is the same break. */
  readonly id: string;
  /** Class and method. */
  readonly handler: string;
  readonly kind: BreakKind;
  /** So many attempts are broken; null: all, until it is taken away. */
  readonly times: number | null;
  /** Facts of this key only; null: of every key. */
  readonly key: string | null;
  /** Milliseconds that a slow handler waits before it begins; null for the other kinds. */
  readonly delayMs: number | null;
}

/** A handler that an operator has broken on purpose. */
export interface Break extends Omit<BreakOrder, 'id'> {
  readonly breakId: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Attempts that it has broken, of all instances. */
  readonly hits: number;
}

/** What is broken on purpose: the oldest break first. */
export interface Held {
  readonly breaks: readonly Break[];
  /** Subscriptions whose consumers are paused. */
  readonly paused: readonly string[];
}

/** A record that nobody can decode, as it was sent. */
export interface Poisoned {
  readonly topic: string;
  readonly key: string;
  /** What it says that it is, and its id. */
  readonly fact: string;
  readonly factId: string;
}

/** A handler, and a fact that it hears. */
export interface BreakableHandler {
  readonly subscription: string;
  readonly handler: string;
  readonly fact: string;
}

export interface Breakables {
  readonly handlers: readonly BreakableHandler[];
  /** Whose consumers can be paused. */
  readonly subscriptions: readonly string[];
  /** Logical names of those that a poison record can be sent to. */
  readonly topics: readonly string[];
}
