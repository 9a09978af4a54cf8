/** `moving`: it handles what comes; `idle`: nothing waits; `stuck`: records wait, and none has been handled for 30 s; `nobody`: it has no member. */
export const LAG_STATES = ['moving', 'idle', 'stuck', 'nobody'] as const;
export type LagState = (typeof LAG_STATES)[number];

export interface PartitionLag {
  /** The logical name. */
  readonly topic: string;
  readonly partition: number;
  /** null: nothing was committed yet. */
  readonly committed: number | null;
  readonly end: number;
  readonly lagRecords: number;
  /** The age of the oldest record that is not committed; 0 when there is none. */
  readonly lagSeconds: number;
}

export interface TrendPoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lagSeconds: number;
  readonly lagRecords: number;
}

export interface GroupLag {
  /** In Kafka. */
  readonly group: string;
  /** The same without the namespace: `booking.retry`. */
  readonly subscription: string;
  /** Its first word. */
  readonly service: string;
  readonly members: number;
  readonly state: LagState;
  /** Of all partitions together. */
  readonly lagRecords: number;
  /** Of the partition that is furthest behind. */
  readonly lagSeconds: number;
  readonly partitions: readonly PartitionLag[];
  /** Of the last ten minutes, one for 5 s. */
  readonly trend: readonly TrendPoint[];
}

export const STUCK_MS = 30_000;
/** A group that has just handled something is called moving, also between two facts. */
const MOVING_MS = 10_000;
const TREND_EVERY_MS = 5_000;
const TREND_POINTS = 120;

interface Place {
  position: number;
  /** When it last moved, or had nothing to hear, epoch milliseconds. */
  since: number;
}

/** What is remembered of a group between looks. */
export class GroupProgress {
  readonly #places = new Map<string, Place>();
  readonly #trend: TrendPoint[] = [];
  #movedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly group: string,
    private readonly subscription: string,
  ) {}

  looked(partitions: readonly (PartitionLag & { readonly position: number })[], members: number, at: number): GroupLag {
    const isStuck = partitions.map((one) => this.#note(one, at)).some((since) => at - since >= STUCK_MS);
    const lagRecords = partitions.reduce((sum, one) => sum + one.lagRecords, 0);
    const lagSeconds = Math.max(0, ...partitions.map((one) => one.lagSeconds));
    const isMoving = lagRecords > 0 || at - this.#movedAt < MOVING_MS;
    this.#remember({ at, lagSeconds, lagRecords });
    return {
      ...{ group: this.group, subscription: this.subscription, members, lagRecords, lagSeconds },
      service: this.subscription.split('.')[0] ?? this.subscription,
      state: members === 0 ? 'nobody' : isStuck ? 'stuck' : isMoving ? 'moving' : 'idle',
      partitions: partitions.map(({ position: _, ...shown }) => shown),
      trend: [...this.#trend],
    };
  }

  /** Returns since when it has not come nearer to what waits. */
  #note({ topic, partition, position, lagRecords }: PartitionLag & { readonly position: number }, at: number): number {
    const name = `${topic}/${partition}`;
    const place = this.#places.get(name);
    if (!place) {
      this.#places.set(name, { position, since: at });
      return at;
    }
    const hasMoved = position !== place.position;
    if (hasMoved) this.#movedAt = at;
    if (hasMoved || lagRecords === 0) Object.assign(place, { position, since: at });
    return place.since;
  }

  /** At most one for 5 s: the worst of them. */
  #remember(point: TrendPoint): void {
    const slot = slotOf(point.at);
    const latest = this.#trend.at(-1);
    if (latest?.at === slot) {
      if (point.lagSeconds >= latest.lagSeconds) this.#trend[this.#trend.length - 1] = { ...point, at: slot };
      return;
    }
    this.#trend.push({ ...point, at: slot });
    if (this.#trend.length > TREND_POINTS) this.#trend.shift();
  }
}

/** The same for whoever looks: instances agree on the times. */
const slotOf = (at: number): number => Math.floor(at / TREND_EVERY_MS) * TREND_EVERY_MS;
