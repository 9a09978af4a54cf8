import { TROUBLES, type Figures, type Report, type TroubleCode } from '@ride/messaging';

export interface ShownTrouble {
  readonly code: TroubleCode;
  readonly part: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly what: string;
  readonly todo: string;
}

export interface Shown {
  readonly troubles: readonly ShownTrouble[];
  readonly figures: Readonly<Record<string, Figures>>;
}

/** A report as the probes answer with it. */
export function shown({ troubles, figures }: Report): Shown {
  return {
    troubles: troubles.map(({ code, part, since, what }) => ({
      code,
      part,
      since: new Date(since).toISOString(),
      what,
      todo: TROUBLES[code].todo,
    })),
    figures,
  };
}
