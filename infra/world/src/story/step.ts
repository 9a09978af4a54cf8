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
  | 'go off duty'
  | 'go on duty'
  | 'report';

/** One thing that happens. Numbers choose among those with whom it can happen, modulo how many they are; sets are bits. */
export type Step =
  | { readonly do: 'settle'; readonly order: number }
  | { readonly do: 'settle but one'; readonly order: number; readonly service: number }
  | { readonly do: 'request'; readonly rider: number; readonly from: number }
  | { readonly do: 'drive'; readonly driver: number; readonly act: Act; readonly offer: number }
  | { readonly do: 'cancel'; readonly ride: number }
  | { readonly do: 'wait'; readonly ms: number; readonly reporting: boolean }
  | { readonly do: 'catch up'; readonly service: number }
  | { readonly do: 'hear'; readonly service: number; readonly stream: number; readonly facts: number }
  | { readonly do: 'relay'; readonly service: number; readonly stream: number; readonly acknowledged: boolean }
  | { readonly do: 'sweep'; readonly services: number }
  | { readonly do: 'plan' }
  | { readonly do: 'write'; readonly round: number; readonly locked: number }
  | { readonly do: 'restart'; readonly service: number; readonly back: number }
  | { readonly do: 'forget positions' };
