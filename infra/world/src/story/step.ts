/** What a driver does: what comes next, something else that is possible, or anything, allowed or not. */
export type Act =
  | 'go on'
  | 'go astray'
  | 'accept'
  | 'decline'
  | 'arrive'
  | 'give the PIN'
  | 'give a wrong PIN'
  | 'drop off'
  | 'report a no-show'
  | 'cancel'
  | 'rate'
  | 'go off duty'
  | 'go on duty'
  | 'report';

/** A service that does nothing, or, with a key blocked, hears nothing of one ride or driver. */
export interface Late {
  readonly service: number;
  readonly key: number | null;
}

/** One thing that happens. Numbers choose among those with whom it can happen, modulo how many they are; sets are bits. */
export type Step =
  | { readonly do: 'settle'; readonly order: number }
  | { readonly do: 'settle but some'; readonly order: number; readonly late: readonly Late[] }
  /** By a fare estimate that told so many times the tariff's price; 0: without one. */
  | { readonly do: 'request'; readonly rider: number; readonly from: number; readonly told?: number }
  | { readonly do: 'drive'; readonly driver: number; readonly act: Act; readonly offer: number }
  | { readonly do: 'cancel'; readonly ride: number }
  | { readonly do: 'rate'; readonly ride: number; readonly stars: number }
  | { readonly do: 'wait'; readonly ms: number; readonly reporting: boolean }
  /** Until a deadline: the next, or one behind it. */
  | { readonly do: 'wait for'; readonly deadline: number; readonly reporting: boolean }
  | { readonly do: 'catch up'; readonly service: number }
  | { readonly do: 'hear'; readonly service: number; readonly stream: number; readonly facts: number }
  | { readonly do: 'relay'; readonly service: number; readonly stream: number; readonly acknowledged: boolean }
  | { readonly do: 'sweep'; readonly services: number }
  | { readonly do: 'plan' }
  | { readonly do: 'write'; readonly round: number; readonly locked: number }
  | { readonly do: 'restart'; readonly service: number; readonly back: number }
  | { readonly do: 'forget positions' };
