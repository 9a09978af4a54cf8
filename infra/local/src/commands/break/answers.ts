/** What a service answers, as far as it is shown here. */
export interface Broken {
  readonly breakId: string;
  readonly handler: string;
  readonly kind: 'fail' | 'fail_for_good' | 'slow';
  readonly times: number | null;
  readonly key: string | null;
  readonly delayMs: number | null;
  readonly since: string;
  readonly hits: number;
}

export interface Breaks {
  readonly handlers: readonly { readonly subscription: string; readonly handler: string; readonly fact: string }[];
  readonly breaks: readonly Broken[];
  readonly paused: readonly string[];
}

export interface Poison {
  readonly topic: string;
  readonly key: string;
  readonly fact: string;
}

/** What the keeper of the stack answers. */
export interface Faults {
  readonly broker: {
    readonly state: 'up' | 'stopping' | 'stopped' | 'frozen' | 'starting';
    readonly until: string | null;
  };
}
