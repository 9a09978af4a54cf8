/** GET /overview. */
export interface Overview {
  readonly at: string;
  readonly services: readonly ServiceSeen[];
  readonly subscriptions: readonly SubscriptionSeen[];
}
export interface ServiceSeen {
  readonly name: string;
  readonly state: 'ready' | 'troubled' | 'silent';
  readonly instances: readonly InstanceSeen[];
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number | null };
  readonly failed: { readonly waiting: number; readonly dead: number };
  readonly breaks: number;
}
export interface InstanceSeen {
  readonly instance: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly startedAt: string;
  readonly reportedAt: string;
  readonly state: string;
  readonly troubles: readonly { readonly code: string; readonly message: string }[];
  readonly eventLoopMs: number;
  readonly rssBytes: number;
}
export interface SubscriptionSeen {
  readonly service: string;
  readonly subscription: string;
  readonly group: string;
  readonly lagRecords: number;
  readonly lagSeconds: number | null;
  readonly trend: readonly { readonly at: string; readonly lagSeconds: number | null; readonly lagRecords: number }[];
  readonly members: number;
  readonly partitions: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly lagRecords: number;
    readonly lagSeconds: number | null;
    readonly committed: string | number | null;
    readonly end: string | number;
  }[];
  readonly state: 'moving' | 'idle' | 'stuck' | 'nobody';
}

/** GET /rides/by-state. */
export interface RidesByState {
  readonly states: readonly { readonly state: string; readonly rides: number; readonly oldestAt: string | null }[];
  readonly outcomesLastHour: readonly { readonly outcome: string; readonly rides: number }[];
}
