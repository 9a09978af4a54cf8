/** What the console answers, as far as it is shown. Instants are ISO 8601. */
interface Common {
  readonly id: string;
  readonly causationId: string | null;
  readonly service: string;
  readonly at: string;
}
interface OfSubscription {
  readonly subscription: string;
  readonly handler: string;
}
export type Entry = Common &
  (
    | { readonly kind: 'request'; readonly request: string | null }
    | {
        readonly kind: 'fact';
        readonly type: string;
        readonly topic: string;
        readonly partition: number;
        readonly offset: string;
        readonly key: string | null;
        readonly unreadable: string | null;
      }
    | ({ readonly kind: 'handled'; readonly attempt: number; readonly tookMs: number | null } & OfSubscription)
    | ({ readonly kind: 'retry'; readonly attempt: number; readonly error: string | null } & OfSubscription)
    | ({
        readonly kind: 'dead-letter';
        readonly attempts: number;
        readonly reason: string;
        readonly error: string;
        readonly letterId: string | null;
      } & OfSubscription)
  );

export interface Journey {
  readonly correlationId: string;
  readonly ride: {
    readonly state: string;
    readonly area: string | null;
    readonly riderId: string | null;
    readonly driverId: string | null;
  } | null;
  readonly links: { readonly trace: string | null; readonly logs: string | null };
  readonly entries: readonly Entry[];
  readonly isCut: boolean;
}
