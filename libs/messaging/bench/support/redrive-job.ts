export interface RedriveJob {
  /** false: the handler refuses every fact for good. */
  readonly isMended: boolean;
  /** At which call of the handler the process kills itself, by SIGKILL. */
  readonly killAtCall?: number;
}

/** What the process tells: at first that it hears, then the id of the repair that it was told to order. */
export type Tells = 'hears' | { readonly order: string };
