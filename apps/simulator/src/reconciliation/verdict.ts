import { SERVICES, type ServiceName } from '../api/api.js';
import type { Outcome } from '../api/shapes.js';

/** What one service says of one ride. */
export interface Said {
  readonly outcome: Outcome | null;
  readonly endings: number;
}
export type Answers = Readonly<Record<ServiceName, Said | undefined>>;

/** A ride to reconcile; `seen`: the end that the rider saw, if one was seen. */
export interface Seen {
  readonly rideId: string;
  readonly seen?: Outcome | undefined;
}

export interface Disagreement {
  readonly rideId: string;
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Undefined when a ride is reconciled: all five services say the same end, each has heard of exactly one, and it is the one
 * that the rider saw. Otherwise what each says.
 */
export function disagreementOn({ rideId, seen }: Seen, answers: Answers): Disagreement | undefined {
  const said = SERVICES.map((service) => answers[service]);
  const [first] = said;
  const agreed =
    first?.outcome != null &&
    said.every((each) => each?.outcome === first.outcome && each.endings === 1) &&
    (seen === undefined || seen === first.outcome);
  if (agreed) return undefined;
  const told = Object.fromEntries(SERVICES.map((service) => [service, toldBy(answers[service])]));
  return { rideId, answers: { ...told, 'rider’s app': seen ?? 'saw no end' } };
}

function toldBy(said: Said | undefined): string {
  if (said === undefined) return 'no answer';
  const end = said.outcome ?? 'not ended';
  return said.endings === (said.outcome === null ? 0 : 1) ? end : `${end}, ${said.endings} endings`;
}
