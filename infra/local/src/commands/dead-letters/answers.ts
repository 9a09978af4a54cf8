/** What the services answer, as far as it is shown. */
export interface LetterSummary {
  readonly id: string;
  readonly status: string;
  readonly subscription: string;
  readonly handler: string;
  readonly fact: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly eventId: string;
  readonly eventTime: string;
  readonly attempts: number;
  readonly code: string;
  readonly error: string | null;
  readonly failedAt: string;
  readonly lastFailedAt: string;
  readonly keyIs: 'held' | 'waiting' | 'open';
  readonly overtakenBy: number;
}

export interface Letter extends LetterSummary {
  readonly value: { readonly json?: unknown; readonly hex?: string; readonly reason?: string };
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly history: readonly {
    readonly attempt?: number;
    readonly at: string;
    readonly code: string;
    readonly error: string | null;
  }[];
  readonly waitingBehind: number;
  readonly deadBefore: number;
  readonly inPlaceOf: string | null;
  readonly repairs: readonly {
    readonly repair: string;
    readonly kind: string;
    readonly who: string;
    readonly at: string;
    readonly reason: string | null;
    readonly outcome: string | null;
    readonly became: string | null;
  }[];
}

export interface LetterGroup {
  readonly handler: string;
  readonly fact: string;
  readonly code: string;
  readonly count: number;
  readonly keys: number;
  readonly first: string;
  readonly last: string;
  readonly error: string | null;
  readonly newest: string;
}

export interface Plan {
  readonly total: number;
  readonly keys: number;
  readonly ids: readonly string[];
  readonly through: string;
  readonly ways: readonly {
    readonly subscription: string;
    readonly handler: string;
    readonly fact: string;
    readonly topic: string;
    readonly count: number;
    readonly keys: number;
  }[];
  readonly warnings: readonly { readonly code: string; readonly keys: number; readonly facts: number }[];
}

export interface Repair {
  readonly id: string;
  readonly kind: string;
  readonly filter: unknown;
  readonly reason: string | null;
  readonly who: string;
  readonly at: string;
  readonly status: 'running' | 'done' | 'cancelled';
  readonly trouble: string | null;
  readonly total: number;
  readonly done: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly since: { readonly handled: number; readonly waiting: number; readonly deadAgain: number };
}
