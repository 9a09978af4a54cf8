import type { Logger } from '../log/logger.js';
import type { Figures, Indicator } from './indicator.js';
import { kindOf, type Trouble } from './trouble.js';

export interface Report {
  /** None: all is well. */
  readonly troubles: readonly Trouble[];
  readonly figures: Readonly<Record<string, Figures>>;
}

type Phase = 'starting' | 'started' | 'draining';

/** How a service is, gathered from what its parts know: for whoever routes requests to it and whoever restarts it. */
export class Probes {
  readonly #indicators: Indicator[] = [];
  #phase: { readonly is: Phase; readonly since: number };
  #lastOutage = 0;
  #told = '';

  constructor(
    private readonly logger: Logger,
    private readonly now = Date.now,
  ) {
    this.#phase = { is: 'starting', since: now() };
  }

  add(...indicators: readonly Indicator[]): void {
    this.#indicators.push(...indicators);
  }

  began(): void {
    if (this.#phase.is === 'starting') this.#phase = { is: 'started', since: this.now() };
  }

  drains(): void {
    this.#phase = { is: 'draining', since: this.now() };
  }

  get hasStarted(): boolean {
    return this.#phase.is !== 'starting';
  }

  /** Should it be restarted? Only when that can help: not while a store is out of reach, nor soon afterwards. */
  live(): Report {
    const troubles = this.#all();
    if (this.#phase.is === 'draining') return { troubles: [], figures: {} };
    const calmSince = Math.max(this.#lastOutage, ...this.#indicators.map(({ lastOutage }) => lastOutage ?? 0));
    const isHopeless = (trouble: Trouble): boolean => {
      const { restartAfterMs = Number.POSITIVE_INFINITY } = kindOf(trouble);
      return this.now() - Math.max(trouble.since, calmSince) >= restartAfterMs;
    };
    return { troubles: troubles.filter(isHopeless), figures: {} };
  }

  /** Can it do its work now? */
  ready(): Report {
    const troubles = this.#all();
    this.#tell(troubles);
    return { troubles, figures: Object.assign({}, ...this.#indicators.map((part) => part.figures?.() ?? {})) };
  }

  /** Has it come up? Once it has, it has. */
  started(): Report {
    return { troubles: this.hasStarted ? [] : this.#all(), figures: {} };
  }

  #all(): readonly Trouble[] {
    const { is, since } = this.#phase;
    const own: Trouble[] = [];
    if (is === 'starting')
      own.push({ code: 'starting', part: 'service', since, what: 'It has not joined its groups yet.' });
    if (is === 'draining') own.push({ code: 'draining', part: 'service', since, what: 'It stops.' });
    const troubles = [...own, ...this.#indicators.flatMap((part) => part.troubles())];
    if (troubles.some((trouble) => kindOf(trouble).isOutage)) this.#lastOutage = this.now();
    return troubles;
  }

  /** Once for each change, however often it is asked. */
  #tell(troubles: readonly Trouble[]): void {
    const told = troubles.map(({ code, part }) => `${part}: ${code}`).join(', ');
    if (told === this.#told) return;
    this.#told = told;
    if (told === '') this.logger.info({}, 'ready');
    else this.logger.warn({ troubles: told }, 'not ready');
  }
}
